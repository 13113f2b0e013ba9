// Put into every server that is measured, by `--import`: answers what it costs.
process.on('message', (message) => {
  if (message?.ask !== 'cost') return;
  // Twice: what the first finds dead may hold what the second does.
  if (message.collect) for (let time = 0; time < 2; time++) globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ rss, used: heapUsed + external, cpu: (user + system) / 1e6 });
});
// A bench that was interrupted leaves no server behind.
process.on('disconnect', () => process.exit(1));
// The bench's end of the line keeps nobody alive.
process.channel?.unref();
