import { isAmount, isCount } from './check-turns.ts';
import type { Answer } from './dials.ts';

const MOST_ITEMS = 100_000;

/** What is wrong with an answer; empty: nothing. */
export function checkAnswer(answer: Answer): readonly string[] {
  switch (answer.kind) {
    case 'bytes':
      return isCount(answer.size) ? [] : ['answer.size: whole bytes'];
    case 'list':
      return isCount(answer.count) && answer.count <= MOST_ITEMS ? [] : ['answer.count: 0 … 100,000'];
    case 'jwt-login':
      return isAmount(answer.expiresInMs ?? 0) ? [] : ['answer.expiresInMs: milliseconds, 0 or more'];
    case 'submit-job': {
      const { queuedMs, runningMs, failEvery = 1 } = answer;
      const timed = isAmount(queuedMs) && isAmount(runningMs) ? [] : ['answer: milliseconds, 0 or more'];
      return isCount(failEvery) && failEvery > 0 ? timed : [...timed, 'answer.failEvery: 1 or more'];
    }
    case 'upload-complete': {
      const { mergeMs = 0, mergeFailEvery = 1 } = answer;
      return [
        ...(isAmount(mergeMs) ? [] : ['answer.mergeMs: milliseconds, 0 or more']),
        ...(isCount(mergeFailEvery) && mergeFailEvery > 0 ? [] : ['answer.mergeFailEvery: 1 or more']),
      ];
    }
    case 'collection':
      return answer.do !== 'list' || isCount(answer.limit) ? [] : ['answer.limit: 0 or more'];
    case 'events':
      return [
        ...(isPart(answer.count) ? [] : ['answer.count: 1 … 100,000']),
        ...(isAmount(answer.everyMs) && isAmount(answer.firstAfterMs ?? 0) ? [] : ['answer: milliseconds, 0 or more']),
      ];
    case 'stream':
      return [
        ...(isCount(answer.size) && isPart(answer.chunks) && answer.chunks <= answer.size
          ? []
          : ['answer: 1 … 100,000 chunks of at least a byte']),
        ...(isAmount(answer.everyMs) && isAmount(answer.firstAfterMs ?? 0) ? [] : ['answer: milliseconds, 0 or more']),
      ];
    default:
      return [];
  }
}

function isPart(count: number): boolean {
  return isCount(count) && count > 0 && count <= MOST_ITEMS;
}
