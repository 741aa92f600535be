//! The `cabi_realloc` of this component, which answers what an attack wants. The generator's own is weak and gives way.

use crate::abi::function;
use std::alloc::{Layout, alloc, realloc};
use std::sync::atomic::{AtomicU32, Ordering};

/// What is answered, once this many bytes or more are asked for.
#[derive(Clone, Copy, PartialEq, Eq)]
#[repr(u32)]
pub enum Mode {
    Honest,
    /// Beyond the end of memory.
    Outside,
    /// Memory ends within what was asked for.
    Across,
    /// The last bytes of 4 GiB.
    Top,
    Unaligned,
    Trap,
    /// Calls the host, which no realloc may.
    CallsHost,
    /// The host is led to write over the gadget's own data: its own loss.
    Own,
    /// The last page of memory, again and again.
    High,
}

static MODE: AtomicU32 = AtomicU32::new(Mode::Honest as u32);
static mut PREY: [u64; 1024] = [0; 1024];

pub fn answer(mode: Mode) {
    MODE.store(mode as u32, Ordering::Relaxed);
}

/// Where memory ends now.
pub fn memory_end() -> i64 {
    i64::try_from(core::arch::wasm32::memory_size::<0>()).unwrap() * 65536
}

#[unsafe(no_mangle)]
unsafe extern "C" fn cabi_realloc(
    old: *mut u8,
    old_size: usize,
    align: usize,
    size: usize,
) -> *mut u8 {
    let at = |mode: Mode| MODE.load(Ordering::Relaxed) == mode as u32;
    if at(Mode::Outside) {
        return (memory_end() + 65536) as usize as *mut u8;
    }
    if at(Mode::Across) {
        return (memory_end() as usize - align) as *mut u8;
    }
    if at(Mode::Top) {
        return 0xffff_fff8_usize as *mut u8;
    }
    if at(Mode::Trap) {
        core::arch::wasm32::unreachable();
    }
    if at(Mode::CallsHost) {
        function("wall").with(&[]);
    }
    if at(Mode::Own) {
        return (&raw mut PREY).cast();
    }
    if at(Mode::High) {
        static USED: AtomicU32 = AtomicU32::new(0);
        let from = USED.fetch_add(size.next_multiple_of(8) as u32, Ordering::Relaxed);
        return (memory_end() - 65536 + i64::from(from)) as usize as *mut u8;
    }
    if size == 0 {
        return align as *mut u8;
    }
    unsafe {
        let layout = Layout::from_size_align_unchecked(old_size.max(1), align);
        let room = if old_size == 0 {
            alloc(Layout::from_size_align_unchecked(size + 8, align))
        } else {
            realloc(old, layout, size + 8)
        };
        if at(Mode::Unaligned) {
            room.add(1)
        } else {
            room
        }
    }
}
