/** `load/api.yaml` → `load/api.sla.yaml`; a name without .yaml or .yml gets .sla.yaml at its end. */
export function defaultSlaFile(scenario: string): string {
  return `${scenario.replace(/\.ya?ml$/i, '')}.sla.yaml`;
}
