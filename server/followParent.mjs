/**
 * Ends this process when the one that started it ends. npm passes signals to the shell between it and us, and that
 * dies of them without telling anybody: its end is our signal.
 */
export function followParent() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  setInterval(() => process.ppid === parent || process.kill(process.pid, 'SIGTERM'), 100).unref();
}
