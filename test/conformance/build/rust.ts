import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { Case } from '../case.ts';
import { manifest, replace, root, suite, write } from './folder.ts';

/** A crate that plays the guest of whichever case is asked for. */
export function assembleRust(cases: readonly Case[], folder: string): void {
  const example = join(root, 'guest-rust-example');
  const sdk = relative(folder, join(root, 'guest-rust'));
  const own = (text: string): string => text.replace(/^name = "redact"$/m, 'name = "conformance"');
  write(folder, 'gadget.yaml', manifest);
  // As the example, so that what both depend on is compiled once.
  write(
    folder,
    'Cargo.toml',
    own(readFileSync(join(example, 'Cargo.toml'), 'utf8')).replaceAll('"../guest-rust"', JSON.stringify(sdk)),
  );
  write(folder, 'Cargo.lock', own(readFileSync(join(example, 'Cargo.lock'), 'utf8')));
  replace(folder, 'src/kit', join(suite, 'kit/rust'));
  for (const { name } of cases)
    write(
      folder,
      `src/cases/${moduleOf(name)}.rs`,
      readFileSync(join(suite, 'cases', name, 'guest.rs'), 'utf8'),
    );
  write(folder, 'src/lib.rs', library(cases));
}

function library(cases: readonly Case[]): string {
  return `mod cases {
${cases.map(({ name }) => `    pub mod ${moduleOf(name)};`).join('\n')}
}
mod kit;

use gadget_guest::{ApiError, Gadget, Packet, Purpose, Result, Subscription, Timer, Verdict, param};

/// A guest whose type is not known before \`init\`.
trait Running {
    fn start(&mut self) -> Result<()>;
    fn stop(&mut self) -> Result<()>;
    fn on_packet(&mut self, subscription: Subscription, packet: Packet) -> Result<Verdict>;
    fn on_tick(&mut self, timer: Timer) -> Result<()>;
}

impl<G: Gadget> Running for G {
    fn start(&mut self) -> Result<()> {
        G::start(self)
    }
    fn stop(&mut self) -> Result<()> {
        G::stop(self)
    }
    fn on_packet(&mut self, subscription: Subscription, packet: Packet) -> Result<Verdict> {
        G::on_owned_packet(self, subscription, packet)
    }
    fn on_tick(&mut self, timer: Timer) -> Result<()> {
        G::on_tick(self, timer)
    }
}

struct Asked(Box<dyn Running>);

impl Gadget for Asked {
    fn init(purpose: Purpose) -> Result<Self> {
        Ok(Asked(match param("case").as_deref() {
${cases.map(({ name }) => `            Some("${name}") => Box::new(cases::${moduleOf(name)}::Guest::init(purpose)?),`).join('\n')}
            _ => return Err(ApiError::other("there is no such case")),
        }))
    }
    fn start(&mut self) -> Result<()> {
        self.0.start()
    }
    fn stop(&mut self) -> Result<()> {
        self.0.stop()
    }
    fn on_owned_packet(&mut self, subscription: Subscription, packet: Packet) -> Result<Verdict> {
        self.0.on_packet(subscription, packet)
    }
    fn on_tick(&mut self, timer: Timer) -> Result<()> {
        self.0.on_tick(timer)
    }
}

gadget_guest::export!(Asked: handler, ticker);
`;
}

function moduleOf(caseName: string): string {
  return caseName.replaceAll('-', '_');
}
