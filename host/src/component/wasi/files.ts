import { Trap } from '../../lowering/trap.ts';
import { Handle } from './handle.ts';

/** `descriptor`: nothing is opened beforehand, so no guest ever holds one. */
export class Descriptor extends Handle {}

/** `directory-entry-stream`: comes out of a descriptor. */
export class DirectoryEntryStream extends Handle {}

const ofDescriptor = [
  'readViaStream',
  'writeViaStream',
  'appendViaStream',
  'advise',
  'syncData',
  'getFlags',
  'getType',
  'setSize',
  'setTimes',
  'read',
  'write',
  'readDirectory',
  'sync',
  'createDirectoryAt',
  'stat',
  'statAt',
  'setTimesAt',
  'linkAt',
  'openAt',
  'readlinkAt',
  'removeDirectoryAt',
  'renameAt',
  'symlinkAt',
  'unlinkFileAt',
  'isSameObject',
  'metadataHash',
  'metadataHashAt',
];

// Guests import them all the same.
for (const name of ofDescriptor) define(Descriptor, name);
define(DirectoryEntryStream, 'readDirectoryEntry');

function define(resource: { prototype: object }, name: string): void {
  const value = (): never => {
    throw new Trap('it uses a file, and has opened none');
  };
  Object.defineProperty(resource.prototype, name, { value });
}
