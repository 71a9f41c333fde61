import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/report/html/more-style.ts
var LIGHT = "--r0:#0a5aa8;--r1:#c24e00;--r2:#00795a;--r3:#a03a7b;--r4:#7a6200;--r5:#2a86b8;--r6:#444b54;--r7:#6a4fb3";
var DARK = "--r0:#7dbdfa;--r1:#ff9a4d;--r2:#4fd1a5;--r3:#ec93c5;--r4:#e3c44f;--r5:#58d3ee;--r6:#c3cad2;--r7:#b9a3f5";
var TEXT = `:root{${LIGHT}}
@media screen and (prefers-color-scheme:dark){:root:not([data-theme=light]){${DARK}}}
@media screen{:root[data-theme=dark]{${DARK}}}
.line.r0{stroke:var(--r0);stroke-width:2.25}
.line.r1{stroke:var(--r1);stroke-dasharray:8 4;stroke-linecap:butt}
.line.r2{stroke:var(--r2);stroke-dasharray:1 4}
.line.r3{stroke:var(--r3);stroke-dasharray:10 4 2 4;stroke-linecap:butt}
.line.r4{stroke:var(--r4);stroke-width:1.25}
.line.r5{stroke:var(--r5);stroke-dasharray:4 3;stroke-linecap:butt}
.line.r6{stroke:var(--r6);stroke-dasharray:14 5;stroke-linecap:butt}
.line.r7{stroke:var(--r7);stroke-dasharray:5 3 1 3 1 3;stroke-linecap:butt}
.plain{max-width:80ch;color:var(--quiet)}
.unlike{margin:20px 0 4px}
.tag{display:inline-flex;gap:7px;align-items:baseline;font-weight:600;white-space:nowrap}
.tag .key{align-self:center}
.multiples{display:grid;grid-template-columns:repeat(auto-fit,minmax(300px,1fr));gap:20px 40px;margin-top:28px}
.multiples h3{font-size:13.5px;overflow-wrap:anywhere}
#latency h3{position:static;width:auto;height:auto;clip-path:none}
.delta{display:inline-block;position:relative;min-width:60px;padding-bottom:3px;margin-left:6px;font-size:12.5px;color:var(--quiet)}
.delta.points{min-width:88px}
.bar{position:absolute;left:0;bottom:0;width:100%;height:3px;overflow:visible}
.middle{stroke:var(--quiet);vector-effect:non-scaling-stroke}
.much{stroke:var(--text);stroke-width:3;fill:none}
.whole{white-space:nowrap}
.absent{max-width:80ch;overflow-wrap:anywhere}
.figures.five{grid-template-columns:repeat(5,1fr)}
.standing{display:inline-flex;gap:6px;align-items:center}
.standing .key{flex:none;overflow:visible}
.mark.counts{fill:var(--accent)}
.mark.by-hand{fill:var(--good)}
.mark.earlier{fill:var(--quiet)}
.mark.outlying{fill:var(--ground);stroke:var(--doubt);stroke-width:1.8;stroke-linejoin:round}
.mark.slower{fill:none;stroke:var(--bad);stroke-width:2.6;stroke-linecap:round}
.mark.left-out{fill:var(--ground);stroke:var(--quiet);stroke-width:1.6}
.plot .mark:not(.slower):not(.outlying):not(.left-out){stroke:var(--ground);stroke-width:1}
.fence{fill:var(--accent);fill-opacity:.1}
.legends{display:flex;flex-wrap:wrap;gap:8px 40px;align-items:center;margin:24px 0 4px}
.choose{border:0;margin:0;padding:0;display:flex;gap:4px 16px;align-items:center;font-size:13.5px}
.choose legend{float:left;margin-right:16px;padding:0;color:var(--quiet)}
.legend.marks{margin:0}
.of:not(.p95),:root:has(#draw-p50:checked) .of.p95,:root:has(#draw-p99:checked) .of.p95{display:none}
:root:has(#draw-p50:checked) .of.p50,:root:has(#draw-p99:checked) .of.p99{display:block}
.trend .tall .plot>svg{height:240px}
.machine{display:inline-block;min-width:16ch}
.reason{display:block;max-width:44ch;overflow-wrap:anywhere}
.stored code{white-space:nowrap}
.more{margin:-8px 0 16px;font-size:13.5px}
.more>summary{color:var(--quiet);width:max-content}
.more ul{margin-top:8px}
.waiting{max-width:80ch;overflow-wrap:anywhere}
.deltas tbody:has(.over[hidden]){display:none}
.deltas .over>th{padding-top:12px}
.deltas tr:not(:last-child)>*{border-bottom:0;padding-bottom:2px}
.deltas thead tr>*{border-bottom:1px solid var(--line);padding-bottom:9px}
.deltas tr:not(.over)>*{padding-top:3px}
.deltas tbody tr:last-child>*{padding-bottom:12px}
.deltas tbody tr:not(.over) th{padding-left:12px;min-width:0}
@media (min-width:641px){
.deltas thead .n:nth-child(n+3){padding-right:82px}.deltas thead .n:nth-child(6){padding-right:110px}.deltas thead .n:nth-child(7){padding-right:66px}
}
@media (max-width:1260px){
.figures.five{grid-template-columns:repeat(3,1fr)}
.figures.five div:last-child{grid-column:span 2}
}
@media (max-width:640px){
.figures.five{grid-template-columns:repeat(2,1fr)}
.stored code{white-space:normal}
.delta{text-align:left}
.delta:empty{display:none}
.deltas tr:not(:last-child){border-bottom:0;padding-bottom:0}
.deltas .over{padding-top:18px}
.deltas tr:not(.over) th,.deltas tr>*,.deltas .over>th,.deltas tbody tr:last-child>*{padding:0}
.deltas tbody tr:not(.over) th{padding:0}
}
@media print{
.choose{display:none}
.delta,thead th{font-size:8pt}
.more::details-content{content-visibility:visible;block-size:auto}
}
`;
var MORE_STYLE = { text: TEXT, hash: "kI2Ll8nGXXsnSPIzmJl05TiNMVuf82Bt4/Z4k62fn3g=" };

export {
  MORE_STYLE
};
