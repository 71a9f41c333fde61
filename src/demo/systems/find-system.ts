import { aiaas } from './aiaas.ts';
import { allthrive } from './allthrive.ts';
import { chat4all } from './chat4all.ts';
import type { DemoSystem } from './demo-system.ts';
import { ingestor } from './ingestor.ts';
import { pggit } from './pggit.ts';

/** The systems that the staging server can play. */
export function listSystems(): readonly DemoSystem[] {
  return [chat4all, aiaas, pggit, allthrive, ingestor];
}

/** Undefined: there is none of that name. */
export function findSystem(name: string): DemoSystem | undefined {
  return listSystems().find((system) => system.name === name);
}
