/** Does a series name fit a pattern in which `*` stands for any text, the empty one too? A name that is the pattern itself always fits. Cost: pattern × name at most. */
export function matchPattern(pattern: string, name: string): boolean {
  if (pattern === name) return true;
  let at = 0;
  let inPattern = 0;
  let star = -1;
  let starAt = 0;
  while (at < name.length) {
    if (pattern[inPattern] === '*') {
      star = inPattern++;
      starAt = at;
    } else if (pattern[inPattern] === name[at]) {
      inPattern++;
      at++;
    } else if (star >= 0) {
      inPattern = star + 1;
      at = ++starAt;
    } else return false;
  }
  while (pattern[inPattern] === '*') inPattern++;
  return inPattern === pattern.length;
}
