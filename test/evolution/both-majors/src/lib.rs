//! A gadget of two majors: it gets and reads packets by 1.0, and makes others by the preview of 2.0.

use std::cell::RefCell;

wit_bindgen::generate!({
    path: ["wit/one", "wit/two"],
    world: "test:evolution/both",
    inline: "package test:evolution;
        world both {
            import gadget:api/logging@1.0.0;
            import gadget:api/packet@1.0.0;
            import gadget:api/field@1.0.0;
            import gadget:api/datasource@1.0.0;
            import gadget:api/packet@2.0.0-preview.1;
            import gadget:api/field@2.0.0-preview.1;
            import gadget:api/datasource@2.0.0-preview.1;
            import gadget:api/params@2.0.0-preview.1;
            export gadget:api/lifecycle@1.0.0;
            export gadget:api/handler@1.0.0;
            export gadget:api/lifecycle@2.0.0-preview.1;
        }",
    generate_all,
});

use exports::gadget::api1_0_0 as exports1;
use exports::gadget::api2_0_0_preview_1 as exports2;
use gadget::api1_0_0 as v1;
use gadget::api2_0_0_preview_1 as v2;

struct Both;

/** What init found. */
struct Kept {
    read: v1::field::Field,
    copies: v2::datasource::DataSource,
    written: v2::field::Field,
}

thread_local! {
    static KEPT: RefCell<Option<Kept>> = const { RefCell::new(None) };
}

impl exports1::lifecycle::Guest for Both {
    fn init(_: exports1::lifecycle::Purpose) -> Result<(), v1::types::ApiError> {
        v1::logging::log(v1::logging::Level::Info, "init of 1.0");
        Ok(())
    }

    fn start() -> Result<(), v1::types::ApiError> {
        Ok(())
    }

    fn stop() -> Result<(), v1::types::ApiError> {
        Ok(())
    }
}

impl exports2::lifecycle::Guest for Both {
    fn init(_: exports2::lifecycle::Purpose) -> Result<(), v2::types::Error> {
        v1::logging::log(v1::logging::Level::Info, "init of 2.0");
        let source = v1::datasource::DataSource::open("open").expect("the source");
        let read = source.get_field("filename").expect("its field");
        source.subscribe().expect("a subscription");
        let copies = v2::datasource::DataSource::create("copies", v2::datasource::Delivery::Events)?;
        let written = copies.add_field("name", v2::types::Kind::Text)?;
        KEPT.set(Some(Kept { read, copies, written }));
        Ok(())
    }

    fn start() -> Result<(), v2::types::Error> {
        Ok(())
    }

    fn stop(reason: exports2::lifecycle::StopReason) -> Result<(), v2::types::Error> {
        v1::logging::log(v1::logging::Level::Info, &format!("{reason:?}"));
        Ok(())
    }
}

impl exports1::handler::Guest for Both {
    fn on_packet(_: u32, packet: v1::packet::Packet) -> Result<exports1::handler::Verdict, v1::types::ApiError> {
        if v2::params::get("do").as_deref() == Some("mix") {
            // Owned by nobody: what is dropped must not be dropped twice.
            let other = std::mem::ManuallyDrop::new(unsafe { v2::packet::Packet::from_handle(packet.handle()) });
            v1::logging::log(v1::logging::Level::Info, &format!("{} rows", other.len()));
        }
        KEPT.with_borrow(|kept| copy(kept.as_ref().expect("init came before"), &packet))?;
        Ok(exports1::handler::Verdict::Keep)
    }
}

/** The column as 1.0 reads it, written with its gaps as 2.0 has them. */
fn copy(kept: &Kept, packet: &v1::packet::Packet) -> Result<(), v1::types::ApiError> {
    let values = kept.read.column_text(packet)?;
    let set = kept.read.column_is_set(packet)?;
    let gaps = (0..).zip(set).filter(|(_, set)| !set).map(|(row, _)| row).collect();
    let made = kept.copies.new_packet(packet.len()).expect("a packet");
    let column = v2::field::TextColumn { values, gaps };
    kept.written.set_column_text(&made, &column).expect("the column fits");
    v2::packet::Packet::emit(made).expect("there is room");
    Ok(())
}

export!(Both);
