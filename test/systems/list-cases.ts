import type { SystemCase } from './system-case.ts';
import { aiaas } from './aiaas.ts';
import { allthrive } from './allthrive.ts';
import { chat4all } from './chat4all.ts';
import { ingestor } from './ingestor.ts';
import { pggit } from './pggit.ts';

/** The five systems. */
export const SYSTEMS: readonly SystemCase[] = [chat4all, aiaas, pggit, allthrive, ingestor];
