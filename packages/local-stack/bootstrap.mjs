// The way in: `node packages/local-stack/bootstrap.mjs start|test|check`. It runs on whatever Node a machine has, so
// this file keeps to old syntax; what it loads needs Node 18.
const major = Number(process.versions.node.split('.')[0]);
if (major < 18) {
  console.error(
    `Node ${process.versions.node} is too old to begin with: Node 18 or newer gets the rest by itself.`,
  );
  process.exit(1);
}
import('./bootstrap/run-command.mjs').then(({ runCommand }) => runCommand(process.argv.slice(2)));
