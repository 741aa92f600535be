import { parseWit } from '../../host/src/wit/parse.ts';
import { type Reference, referenceOf } from './reference.ts';

const gate = '@since(version = 1.0.0)';

/** A small package with one of everything that the reference shows. */
const text = `
/// Things.
package a:b@1.1.0;

/// All of it. And more.
${gate}
world all {
  ${gate} import words;
  ${gate} import things;
  ${gate} export lifecycle;
}

/// Words of all: short ones. Long ones.
${gate}
interface words {
  /// How it fails.
  ${gate}
  variant api-error {
    /// The thing is gone: it left. Look elsewhere.
    expired,
    /// No, \`other\` than that.
    denied(string),
    /// Else.
    other(string),
  }
  /// What it is.
  ${gate}
  enum kind {
    /// One.
    small,
    /// Two | three.
    large,
    /// Neither.
    other,
  }
}

/// Things for \`lifecycle\`, see \`things\`.
${gate}
interface things {
  ${gate} use words.{api-error, kind};
  /// What it holds.
  ${gate}
  record load {
    /// In kg, as \`data\`.
    weight: list<u32>,
  }
  /// Where it goes.
  ${gate}
  enum way {
    /// There.
    away,
    /// Elsewhere.
    other,
  }
  /// A thing of a \`kind\`. \`size\` tells how \`large\`.
  ///
  /// - \`s32\`, \`u32\`: small
  /// - \`text\`: small, large
  ${gate}
  resource field {
    /// Made during \`init\`; \`denied\` afterwards. \`kind\` is what \`go\` makes of it, see \`field.size\` and \`size\`.
    ///
    /// Fails with \`denied\` when \`kind\` is \`large\`, or after
    /// \`init\`; with \`expired\`.
    @since(version = 1.1.0)
    make: static func(kind: kind) -> result<field, api-error>;
    /// Its \`size\`. See \`make-up\`. Never fails.
    ${gate}
    size: func() -> u32;
    /// Not yet.
    @unstable(feature = x)
    later: func();
  }
  /// Goes: \`words.go\` is nothing.
  ${gate}
  go: func();
  /// Makes up.
  ${gate}
  make-up: func();
}

/// The phases.
${gate}
interface lifecycle {
  /// First, before \`things.go\` and \`make-up\`.
  ${gate}
  init: func();
}`;

/** What {@link text} says. */
export const fixture: Reference = referenceOf([parseWit(text, 'a.wit')]);
