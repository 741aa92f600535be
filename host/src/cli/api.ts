/** The option of every command that builds. */
export const apiFlag = '--api <checkout>';

/** What it is for. */
export const apiHelp =
  'build with the interface and the SDKs of this checkout of the repository (default: what the folder names, or the installed ones)';
