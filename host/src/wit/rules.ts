/** Who notices a break: guests built against the old version, hosts made for it, or both. */
export type Hits = 'guests' | 'hosts' | 'both';

/** What a rule says about everything that breaks it. */
export interface Rule {
  /** `shape`: what links and what is called; `gate`: what the text says about versions; `version`: the package line. */
  about: 'shape' | 'gate' | 'version';
  hits: Hits;
  /** Why it breaks them, one sentence. */
  why: string;
  /** What to do in its place. */
  instead: string;
}

const later = 'keep it, mark it @deprecated, and remove it in the next major';
const newType = 'leave it as it is; add a new type, and a function that uses it';
const newFunction = 'leave it as it is, and add a function with a new name';
const layout = 'Both sides agree on where each value lies in memory';
const types =
  'the types no longer match, so old guests and new hosts do not link, nor do new guests and old hosts';

function shape(hits: Hits, why: string, instead: string): Rule {
  return { about: 'shape', hits, why, instead };
}

type Noun = 'param' | 'field' | 'case' | 'flag';

/** The id of a rule. Ids are stable: scripts match them. */
export type RuleId =
  | `${'interface' | 'world' | 'type' | 'function' | 'export'}-removed`
  | 'type-kind-changed'
  | 'alias-changed'
  | 'use-changed'
  | 'function-kind-changed'
  | 'function-async-changed'
  | 'result-changed'
  | `${Noun}-${'added' | 'removed' | 'renamed' | 'reordered'}`
  | 'param-type-changed'
  | 'field-type-changed'
  | 'case-payload-changed'
  | 'export-grew'
  | `world-import-${'removed' | 'lowered' | 'changed'}`
  | 'world-include-unknown'
  | `world-export-${'added' | 'removed' | 'changed'}`
  | 'made-unstable'
  | `gate-${'missing' | 'removed' | 'changed' | 'wrong-version'}`
  | 'package-renamed'
  | `version-${'missing' | 'lowered' | 'not-raised' | 'too-low'}`;

type MemberRules<N extends Noun> = Record<`${N}-${'added' | 'removed' | 'renamed' | 'reordered'}`, Rule>;

/** Rules about the members of a list whose order and names are part of the type. */
function members<N extends Noun>(noun: N, word: string, instead: string): MemberRules<N> {
  const why = (change: string): Rule =>
    shape('both', `${layout}: with a ${word} ${change}, ${types}.`, instead);
  return {
    [`${noun}-added`]: why('more'),
    [`${noun}-removed`]: why('less'),
    [`${noun}-renamed`]: shape(
      'both',
      `The name of a ${word} is part of its type: ${types}.`,
      'keep the name; say in the comment what it means',
    ),
    [`${noun}-reordered`]: why('in another place'),
  } as MemberRules<N>;
}

/** Every rule. */
export const rules: Readonly<Record<RuleId, Rule>> = {
  'interface-removed': shape(
    'both',
    'What was built against the old version imports or exports it under this name, and finds nobody on the other side.',
    later,
  ),
  'world-removed': shape('guests', 'Sources of guests name the world, and no longer build.', later),
  'type-removed': shape('both', 'Sources of guests and hosts name the type, and no longer build.', later),
  'type-kind-changed': shape('both', `Another kind of type has another layout: ${types}.`, newType),
  'alias-changed': shape('both', `Everything that uses the alias changes with it: ${types}.`, newType),
  'use-changed': shape(
    'both',
    'The name now stands for a type that is defined elsewhere, so sources mix two types and resources get another owner.',
    'keep using the type from where it came; give the other one a name of its own with `as`',
  ),
  'function-removed': shape(
    'guests',
    'Guests built against the old version import it, and hosts of the new version have nothing to answer with.',
    later,
  ),
  'export-removed': shape(
    'hosts',
    'Hosts made for the old version call it, and guests built against the new version do not have it.',
    later,
  ),
  'function-kind-changed': shape(
    'both',
    'Methods, static functions, constructors and plain functions have other names in a component, and other first parameters.',
    newFunction,
  ),
  'function-async-changed': shape(
    'both',
    'A function that may wait is called in another way than one that answers at once.',
    newFunction,
  ),
  ...members('param', 'parameter', newFunction),
  'param-type-changed': shape(
    'both',
    `The caller passes what the other side does not expect: ${types}.`,
    newFunction,
  ),
  'result-changed': shape('both', `The caller gets what it does not expect: ${types}.`, newFunction),
  ...members('field', 'field', newType),
  'field-type-changed': shape('both', `The record has another layout: ${types}.`, newType),
  ...members('case', 'case', newType),
  'case-payload-changed': shape('both', `The variant has another layout: ${types}.`, newType),
  ...members('flag', 'flag', newType),
  'export-grew': shape(
    'guests',
    'Guests export this, those built against the old version lack what is new, and a host of the new version asks for it.',
    'add an interface that guests may export or not, and put it there',
  ),
  'world-import-removed': shape(
    'guests',
    'Guests built against the old world import it, and a host of the new world need not have it.',
    'keep the import; @deprecate it and remove it in the next major',
  ),
  'world-import-lowered': shape(
    'guests',
    'Guests built against the old world may call what the older version of the other package lacks.',
    'import the version of before or a newer one',
  ),
  'world-import-changed': shape(
    'both',
    'Under the same name stands another sort of thing, and a component has one or the other.',
    'keep it, and import what is new under a name of its own',
  ),
  'world-include-unknown': shape(
    'guests',
    'A world of another package may bring exports, which guests built against the old world do not have.',
    'write its imports out, or make a new world that includes both',
  ),
  'world-export-added': shape(
    'guests',
    'Guests built against the old world do not export it, and a host of the new world asks for it.',
    'make a new world that includes this one and exports more, or let hosts look whether it is there',
  ),
  'world-export-removed': shape(
    'hosts',
    'Hosts made for the old world call it, and guests built against the new world do not have it.',
    'keep the export; leave it out in a new world',
  ),
  'world-export-changed': shape(
    'both',
    'Under the same name stands another sort of thing, and a component has one or the other.',
    'keep it, and export what is new under a name of its own',
  ),
  'made-unstable': shape(
    'both',
    'What is behind a feature is not there unless somebody asks for the feature, so to most it is removed.',
    'leave it as it is; put what is tried out under a new name',
  ),
  'gate-missing': {
    about: 'gate',
    hits: 'both',
    why: 'Tools that build against an older version leave out what is newer, and can not tell that this is.',
    instead: 'give it @since with the version that brings it, or @unstable while it is tried out',
  },
  'gate-removed': {
    about: 'gate',
    hits: 'both',
    why: 'Nobody can tell any more from which version on it is there.',
    instead: 'put @since back as it was',
  },
  'gate-changed': {
    about: 'gate',
    hits: 'both',
    why: 'It came with the version that the old text names, and tools that build against an older version go by that.',
    instead: 'put the version back',
  },
  'gate-wrong-version': {
    about: 'gate',
    hits: 'both',
    why: 'Tools that build against an older version leave out what is newer, and go by this version.',
    instead: 'name the version that brings it',
  },
  'package-renamed': {
    about: 'version',
    hits: 'both',
    why: 'Every name that guests import and export begins with the name of the package, so the two have nothing in common.',
    instead: 'keep the name; what is new may be a package beside this one',
  },
  'version-missing': {
    about: 'version',
    hits: 'both',
    why: 'Without a version nobody can tell which of the two a component was built against.',
    instead: 'put the version back into the package line',
  },
  'version-lowered': {
    about: 'version',
    hits: 'both',
    why: 'A higher version promises everything of the lower ones.',
    instead: 'raise the version',
  },
  'version-not-raised': {
    about: 'version',
    hits: 'both',
    why: 'Two texts would have the same version, and nobody could tell which of the two a component was built against.',
    instead: 'raise the version in the package line',
  },
  'version-too-low': {
    about: 'version',
    hits: 'both',
    why: 'Hosts and guests of one minor version promise each other the same functions; a patch changes comments only.',
    instead: 'raise the version further',
  },
};
