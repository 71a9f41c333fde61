import { createRequire as __createRequire } from 'node:module';
const require = __createRequire(import.meta.url);

// src/terminal/catch-stray-errors.ts
function catchStrayErrors(explain) {
  process.on("uncaughtException", (thrown) => process.exit(explain(thrown)));
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (error.code !== "EPIPE") process.exit(explain(error));
    });
  }
}

export {
  catchStrayErrors
};
