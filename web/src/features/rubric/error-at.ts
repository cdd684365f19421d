/** What is wrong at a path, in words. */
export type ErrorAt = (path: string) => string | undefined;
