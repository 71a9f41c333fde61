/** What the live page has of style beyond that of the reports. */
export const LIVE_STYLE = `html{scroll-padding-top:9rem}
.board{max-width:1560px;margin:0 auto;padding:0 32px 72px}
.board section{padding-top:44px}
.board h2{margin-bottom:10px}
.board h2:focus{outline:0}
.board .figures{margin-top:24px}
.board .figures dd{font-variant-numeric:tabular-nums}
.board .figures dd small{font-size:13px;font-weight:400}
.head{position:sticky;top:0;z-index:2;background:var(--ground);border-bottom:1px solid var(--line);padding:14px max(32px,calc((100vw - 1560px)/2 + 32px)) 12px}
.row{display:flex;flex-wrap:wrap;align-items:baseline;gap:4px 24px;min-width:0}
.head .what{display:flex;flex-wrap:wrap;align-items:baseline;gap:2px 14px;margin:0;flex:1;min-width:0}
.head h1{font-size:17px;font-weight:650;margin:0;display:block;line-height:1.4;min-width:0}
.target{margin:0;color:var(--quiet);font-size:13.5px;min-width:0;overflow-wrap:anywhere;font-weight:400}
.tools{display:flex;gap:8px;align-items:center;flex:none}
.status{align-items:center;margin-top:4px;font-size:14px;min-height:24px}
.word .state{font-size:15px;font-weight:650}
.state.going{color:var(--accent)}
.beat{fill:currentColor}
.fact{color:var(--quiet);white-space:nowrap}.fact b,.fact .name{color:var(--text);font-weight:600}
.tally{margin-left:auto;text-decoration:none;font-size:14px}
.tally:hover{text-decoration:underline}
.progress{margin:10px 0 4px;line-height:0}
.progress svg{display:block;border-radius:3px;overflow:hidden}
.progress .rest{fill:var(--other)}.progress .gone{fill:var(--accent)}.progress .mark{fill:var(--ground)}
.times{justify-content:space-between;font-size:12.5px;color:var(--quiet)}
.button,button.main{display:inline-block;font:inherit;font-size:14px;font-weight:600;background:var(--accent);color:var(--ground);border:1px solid var(--accent);border-radius:6px;padding:7px 18px;text-decoration:none}
button.main:hover,.button:hover{filter:brightness(1.1)}
button:disabled{opacity:.6;cursor:default}
button.stop{color:var(--bad);border-color:var(--bad);font-weight:600}
.sure{display:inline-flex;gap:8px;align-items:center;font-size:13.5px;font-weight:600}
button.sure-yes{background:var(--bad);color:var(--ground)}
button.plain{border:0;padding:0;background:none;color:var(--accent);text-decoration:underline;text-underline-offset:3px;font-size:inherit}
.banner{background:var(--doubt-soft);border-left:3px solid var(--doubt);padding:10px 16px;margin:20px 0 0;border-radius:0 6px 6px 0;max-width:110ch}
.banner.wrong{background:var(--bad-soft);border-color:var(--bad);margin:0 0 20px}
.banner p{margin:0}.banner ul{margin:6px 0 0;padding-left:20px}.banner li{overflow-wrap:anywhere}
.board .verdict{font-size:22px;font-weight:400;display:flex;gap:12px;line-height:1.4;overflow-wrap:anywhere}
.verdict .sign{width:26px;height:26px;margin-top:2px}
.verdict strong{font-weight:650}
#outcome{padding-top:28px}
.tallies{display:flex;gap:6px 18px;flex-wrap:wrap;margin-bottom:10px}
.promises{list-style:none;margin:0 0 8px;padding:0;display:grid;grid-template-columns:repeat(auto-fill,minmax(min(100%,420px),1fr));gap:0 32px;font-size:14px}
.promises li{display:flex;gap:10px;align-items:baseline;padding:7px 0;border-bottom:1px solid var(--line);min-width:0}
.promises .sign{align-self:flex-start;margin-top:3px}
.promise{flex:1;min-width:0;overflow-wrap:anywhere}
.reading-of{text-align:right;max-width:55%;overflow-wrap:anywhere}
.promises .none{color:var(--quiet)}
.promises .doubt .promise,.promises .doubt strong{color:var(--doubt)}
.promises .bad .promise,.promises .bad strong{color:var(--bad);font-weight:600}
.live-rows tbody tr{cursor:pointer}
.live-rows tbody tr:hover{background:var(--raised)}
.live-rows th,.live-rows td{padding:8px 16px 8px 0}
.live-rows tbody th,.live-rows th:first-child{padding-left:12px}
.live-rows th:last-child,.live-rows td:last-child{padding-right:12px}
.live-rows .all th,.live-rows .all td{font-weight:600}
.live-rows .chosen{background:var(--raised);box-shadow:inset 3px 0 var(--accent)}
.live-rows .broken{color:var(--bad);font-weight:650}.live-rows .broken small{color:inherit}
.live-rows .broken .sign{vertical-align:-3px;margin-right:6px}
.pick,.sort{border:0;background:none;padding:0;font:inherit;color:inherit;text-align:left}
.pick .name{overflow-wrap:anywhere}
.chosen .pick{color:var(--accent)}
.sort{color:var(--quiet)}
.sort:hover{color:var(--text)}
[aria-sort] .sort{color:var(--text);font-weight:600}
[aria-sort] .sort:after{content:" ↓"}
#charts-head{display:flex;flex-wrap:wrap;gap:4px 20px;align-items:baseline;margin-bottom:14px}
#charts-head h2{margin:0;overflow-wrap:anywhere;min-width:0}
.charts{display:grid;grid-template-columns:repeat(2,minmax(0,1fr));gap:0 48px}
.drawing,.drawing>*{display:grid;grid-template:subgrid/minmax(0,1fr);grid-row:span 4;min-width:0}
.drawing{margin-bottom:32px;min-height:300px}.drawing.wide{grid-column:1/-1}
.drawing figure{margin:0}
.drawing .plot>svg{height:210px}
.chart.nothing p{height:210px;display:grid;place-items:center;color:var(--quiet);border:1px dashed var(--line);border-radius:6px;margin:6px 0 0;padding:0 16px;text-align:center;grid-row:3}
.files{list-style:none;margin:0;padding:0;display:flex;flex-wrap:wrap;gap:6px 28px}
.level{display:flex;flex-wrap:wrap;align-items:center;gap:8px 18px;margin-top:16px;padding:10px 16px;background:var(--raised);border-radius:8px;font-size:13.5px}
.level-name{margin:0;font-weight:600}
.level .number{display:inline-flex;gap:8px;align-items:center}
.level .asked:empty{display:none}
.level .asked{flex-basis:100%}
input[type=number],input[type=url]{font:inherit;font-size:14px;color:var(--text);background:var(--ground);border:1px solid var(--quiet);border-radius:6px;padding:6px 10px;min-width:0;font-variant-numeric:tabular-nums}
input[type=number]{width:12ch}
input::placeholder{color:var(--quiet);opacity:1}
input[readonly]{background:var(--raised);color:var(--quiet)}
input:user-invalid{border-color:var(--bad);outline-color:var(--bad)}
.start{max-width:760px;margin:0 auto}
.board .start h2{font-size:22px;margin-bottom:4px}
.start .note{margin-bottom:20px}
.field{display:grid;gap:4px}
.field label,.start legend{font-weight:600;padding:0}
.field input{width:100%}
fieldset{border:0;padding:0;margin:20px 0 12px;min-width:0}
.phase-row{display:flex;flex-wrap:wrap;gap:6px 24px;align-items:center;justify-content:space-between;padding:10px 0;border-bottom:1px solid var(--line);min-height:60px}
.phase-name{margin:0;min-width:0;overflow-wrap:anywhere;flex:1 1 180px}
.phase-name small{display:block}
.inputs{display:flex;gap:20px;flex-wrap:wrap}
.start .number{display:grid;gap:2px;font-size:12.5px;color:var(--quiet)}
.start .number input{width:16ch}
.fixed{margin:0;color:var(--quiet);font-size:14px}
.start button.main{padding:9px 32px;font-size:15px}
@media (min-width:1700px){
.charts{grid-template-columns:repeat(3,minmax(0,1fr))}
}
@media (max-width:900px){
.board{padding:0 24px 56px}
.head{padding-left:24px;padding-right:24px}
.charts{grid-template-columns:minmax(0,1fr)}
}
@media (max-width:640px){
html{scroll-padding-top:8rem}
.board{padding:0 16px 40px}
.head{padding:10px 16px 8px}
.head .target{display:none}
.head h1{font-size:15px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}
.head .what{flex-wrap:nowrap}
.status{gap:2px 14px;font-size:13px;margin-top:2px}
.word .state{font-size:14px}
.tally{margin-left:0;font-size:13px}
.times{display:none}
.progress{margin:6px 0 2px}
.board section{padding-top:32px}
.board .figures{grid-template-columns:repeat(3,1fr);margin-top:16px}
.board .figures div{padding:10px 12px}
.board .figures dd{font-size:16px}
.board .figures dd small{display:block;font-size:12px}
.board .verdict{font-size:18px}
.inputs{gap:12px}
.live-rows{font-size:13px}
.live-rows th,.live-rows td{padding:8px 0 8px 10px}
.live-rows th:last-child,.live-rows td:last-child{padding-right:8px}
.live-rows tbody th{min-width:0}
.live-rows tr>:nth-child(2),.live-rows tr>:nth-child(4),.live-rows tr>:nth-child(5){display:none}
.live-rows tr>:first-child{width:45%}
.live-rows td small{display:none}
.live-rows .broken .sign{width:13px;height:13px;margin-right:4px}
.start .number input,.level .number input{width:13ch}
.level small{flex-basis:100%}
}
@media print{
.head{position:static}
.tools,.level,#downloads,.sort:after{display:none}
}
`;
