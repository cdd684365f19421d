import type { FileProblem } from '@laurel/schema/files';

/** A file that is not taken, whatever its name and type say. */
export class Unfit extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem);
  }
}
