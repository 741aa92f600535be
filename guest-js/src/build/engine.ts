/** What an engine makes a component of. */
export interface ComponentSource {
  /** The gadget as one module. */
  source: string;
  /** The folder with the WIT, and the name of the world in it that the component has. */
  witPath: string;
  world: string;
}
