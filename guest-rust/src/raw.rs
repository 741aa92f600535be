//! What is generated from the interfaces of `gadget:api`, as it is.
//!
//! The rest of this crate is easier to use; this is for what it leaves out. Everything in here follows the generator's
//! ideas of names, and changes when it does.
#![allow(missing_docs)]

wit_bindgen::generate!({
    path: "wit",
    inline: "
        package gadget:guest;
        world calls { include gadget:api/imports@1.1.0; }
    ",
    world: "gadget:guest/calls",
    generate_all,
    pub_export_macro: true,
    export_macro_name: "no_exports",
});

/// One world for each export, so that a gadget exports what it has and nothing else.
#[doc(hidden)]
pub mod exports {
    pub mod lifecycle {
        wit_bindgen::generate!({
            path: "wit",
            inline: "
                package gadget:guest;
                world lifecycle { export gadget:api/lifecycle@1.1.0; }
            ",
            world: "gadget:guest/lifecycle",
            with: { "gadget:api/types@1.1.0": crate::raw::gadget::api::types },
            pub_export_macro: true,
            export_macro_name: "export_lifecycle",
        });
    }

    pub mod handler {
        wit_bindgen::generate!({
            path: "wit",
            inline: "
                package gadget:guest;
                world handler { export gadget:api/handler@1.1.0; }
            ",
            world: "gadget:guest/handler",
            with: {
                "gadget:api/types@1.1.0": crate::raw::gadget::api::types,
                "gadget:api/packet@1.1.0": crate::raw::gadget::api::packet,
            },
            pub_export_macro: true,
            export_macro_name: "export_handler",
        });
    }

    pub mod ticker {
        wit_bindgen::generate!({
            path: "wit",
            inline: "
                package gadget:guest;
                world ticker { export gadget:api/ticker@1.1.0; }
            ",
            world: "gadget:guest/ticker",
            with: { "gadget:api/types@1.1.0": crate::raw::gadget::api::types },
            pub_export_macro: true,
            export_macro_name: "export_ticker",
        });
    }

    pub mod losses {
        wit_bindgen::generate!({
            path: "wit",
            inline: "
                package gadget:guest;
                world losses { export gadget:api/losses@1.1.0; }
            ",
            world: "gadget:guest/losses",
            with: { "gadget:api/types@1.1.0": crate::raw::gadget::api::types },
            pub_export_macro: true,
            export_macro_name: "export_losses",
        });
    }
}
