// Hides who a path belongs to: /home/ann/a.txt becomes /home/***/a.txt. Other paths stay as they are.
export function hideUser(path: string, mask: string): string {
  return path.replace(/^\/home\/[^/]+/, () => `/home/${mask}`);
}
