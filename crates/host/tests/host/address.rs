//! Addresses of this machine's for programs that have to be told one. The end-to-end tests and the benchmark need them
//! too.

use std::net::{TcpListener, TcpStream};

/// One that nobody listens at. A connection that has ended there keeps the system from giving the port to anybody else
/// for a minute, but not from letting whoever asks for it have it.
pub(crate) fn reserved_address() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let client = TcpStream::connect(address).unwrap();
    // The end that closes first is the one whose port is kept.
    drop(listener.accept().unwrap());
    drop(client);
    address.to_string()
}
