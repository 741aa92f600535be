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
  const hearing: Case[] = [];
  for (const each of cases) {
    const guest = readFileSync(join(suite, 'cases', each.name, 'guest.rs'), 'utf8');
    write(folder, `src/cases/${moduleOf(each.name)}.rs`, guest);
    if (/\bfn on_loss\b/.test(guest)) hearing.push(each);
  }
  write(folder, 'src/lib.rs', library(cases, hearing));
}

function library(cases: readonly Case[], hearing: readonly Case[]): string {
  return `mod cases {
${cases.map(({ name }) => `    pub mod ${moduleOf(name)};`).join('\n')}
}
mod kit;

use gadget_guest::{
    ApiError, Gadget, LossCause, Packet, Purpose, Result, Subscription, Timer, Verdict, param,
};

/// A guest whose type is not known before \`init\`.
trait Running {
    fn start(&mut self) -> Result<()>;
    fn stop(&mut self) -> Result<()>;
    fn on_packet(&mut self, subscription: Subscription, packet: Packet) -> Result<Verdict>;
    fn on_tick(&mut self, timer: Timer) -> Result<()>;
    fn on_loss(&mut self, subscription: Subscription, rows: u32, cause: LossCause) -> Result<()>;
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
    fn on_loss(&mut self, subscription: Subscription, rows: u32, cause: LossCause) -> Result<()> {
        G::on_loss(self, subscription, rows, cause)
    }
}

struct Asked(Box<dyn Running>);

/// The cases whose guest wants to hear of lost rows: to all others it is as if the component had no such export.
const HEARING: &[&str] = &[${hearing.map(({ name }) => JSON.stringify(name)).join(', ')}];

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
    fn on_loss(&mut self, subscription: Subscription, rows: u32, cause: LossCause) -> Result<()> {
        if !param("case").is_some_and(|name| HEARING.contains(&name.as_str())) {
            return Ok(());
        }
        self.0.on_loss(subscription, rows, cause)
    }
}

gadget_guest::export!(Asked: handler, ticker, losses);
`;
}

function moduleOf(caseName: string): string {
  return caseName.replaceAll('-', '_');
}
