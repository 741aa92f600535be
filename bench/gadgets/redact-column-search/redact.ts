const home = '/home/';

// As redact of gadgets/redact: /home/ann/a.txt becomes /home/***/a.txt.
export function redact(path: string): string {
  let shown = '';
  let copied = 0;
  let at = path.indexOf(home);
  while (at !== -1) {
    const name = at + home.length;
    let end = path.indexOf('/', name);
    if (end === -1) end = path.length;
    if (end > name) {
      shown += `${path.slice(copied, name)}***`;
      copied = end;
      at = path.indexOf(home, end);
    } else at = path.indexOf(home, name - 1);
  }
  return copied === 0 ? path : shown + path.slice(copied);
}
