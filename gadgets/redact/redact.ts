const home = /\/home\/[^/]+(?=\/|$)/g;

// Hides user names in paths: /home/ann/a.txt becomes /home/***/a.txt.
export function redact(path: string): string {
  return path.includes('/home/') ? path.replace(home, '/home/***') : path;
}
