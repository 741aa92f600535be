#!/usr/bin/env node
// Plain, old JavaScript on purpose, valid as a module and as a script: a Node that is too old must be able to say so.
(function () {
  const need = [22, 12];
  const have = process.versions.node.split('.').map(Number);
  if (have[0] < need[0] || (have[0] === need[0] && have[1] < need[1])) {
    process.stderr.write(
      'gadget: E_NODE_TOO_OLD (system): this is Node ' +
        process.versions.node +
        ', gadget needs Node ' +
        need.join('.') +
        ' or newer\n  next: install a newer Node, or put one on PATH before this one\n',
    );
    process.exit(4);
  }
  // A published package holds the built files, a checkout the TypeScript sources.
  import('../lib/cli/main.js')
    .catch(function (error) {
      const absent = error.code === 'ERR_MODULE_NOT_FOUND' && /lib[\\/]cli[\\/]main\.js'/.test(error.message);
      if (!absent) throw error;
      return import('../src/cli/main.ts');
    })
    .catch(function (error) {
      process.stderr.write(
        'gadget: E_INTERNAL (host): ' + (error && error.stack) + '\n  next: please report this\n',
      );
      process.exit(4);
    });
})();
