mod block;
mod redact;

use extism_pdk::{FnResult, plugin_fn};

/// One text.
#[plugin_fn]
pub fn redact_text(text: String) -> FnResult<String> {
    Ok(redact::redact(&text).into_owned())
}

/// Many texts as one block, see [`block`].
#[plugin_fn]
pub fn redact_block(texts: Vec<u8>) -> FnResult<Vec<u8>> {
    Ok(block::map(&texts, redact::redact)?)
}
