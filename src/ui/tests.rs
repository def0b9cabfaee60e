//! The screens, drawn natively and compared.
