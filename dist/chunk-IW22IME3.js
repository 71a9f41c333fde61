import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/config/template.ts
var NAME = "[A-Za-z_][A-Za-z0-9_]*";
var REFERENCE = new RegExp(`^(${NAME})(?:\\.([A-Za-z0-9_][A-Za-z0-9_-]*))?$`);
function parseTemplate(text) {
  const parts = [];
  let literal = "";
  let at = 0;
  while (at < text.length) {
    const dollar = text.indexOf("${", at);
    if (dollar === -1) break;
    if (dollar > at && text[dollar - 1] === "$") {
      literal += `${text.slice(at, dollar - 1)}\${`;
      at = dollar + 2;
      continue;
    }
    const end = text.indexOf("}", dollar);
    if (end === -1) return { ok: false, error: "a placeholder is not closed with }", offset: dollar };
    const part = parseReference(text.slice(dollar + 2, end));
    if (typeof part === "string") return { ok: false, error: part, offset: dollar };
    literal += text.slice(at, dollar);
    if (literal !== "") parts.push({ kind: "text", text: literal });
    literal = "";
    parts.push(part);
    at = end + 1;
  }
  literal += text.slice(at);
  if (literal !== "") parts.push({ kind: "text", text: literal });
  return { ok: true, parts };
}
function parseReference(inside) {
  const match = REFERENCE.exec(inside);
  const [, name, column] = match ?? [];
  if (name === void 0)
    return `\${${inside.slice(0, 80)}} is not a placeholder: expected \${name}, \${name.column}, \${secret.X} or \${env.X}`;
  if (name === "env") return column === void 0 ? "${env} needs a name: ${env.X}" : `\${env.${column}} cannot be used here`;
  if (name !== "secret") return { kind: "variable", name, ...column === void 0 ? {} : { column } };
  if (column === void 0 || !/^[A-Za-z_][A-Za-z0-9_]*$/.test(column))
    return "${secret} needs the name of an environment variable: ${secret.X}";
  return { kind: "secret", name: column };
}

export {
  parseTemplate
};
