/** What our child processes get: everything we have, and what is added. */
export const inheritedEnvironment = (added: Record<string, string>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...added,
});
