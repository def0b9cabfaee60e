//! Codes, ids and secrets, made from the seed so that they come again, and shaped like AWS's.
//!
//! Not here: true randomness. Whoever knows the seed knows every secret, which is all right for an organisation that
//! does not exist.

use base64::Engine as _;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use onramp_domain::{Region, Secret};

/// The organisation's source of chance.
pub(crate) struct Random(fastrand::Rng);

impl Random {
    pub(crate) fn seeded(seed: u64) -> Random {
        Random(fastrand::Rng::with_seed(seed))
    }

    /// A number from 0 up to, but not including, 1.
    pub(crate) fn share(&mut self) -> f64 {
        self.0.f64()
    }

    /// A request id: a UUID of version 4.
    pub(crate) fn request_id(&mut self) -> String {
        let bytes = self.0.u128(..).to_be_bytes();
        uuid::Builder::from_random_bytes(bytes).into_uuid().to_string()
    }

    /// `BCDF-GHJK`: eight consonants, so that no word comes out.
    pub(crate) fn user_code(&mut self) -> String {
        let mut code = self.letters(b"BCDFGHJKLMNPQRSTVWXZ", 8);
        code.insert(4, '-');
        code
    }

    /// What CreateToken is asked with.
    pub(crate) fn device_code(&mut self) -> Secret {
        Secret::new(URL_SAFE_NO_PAD.encode(self.bytes(64)))
    }

    /// The name under which an authorization waits at the newest approval address (RFC 9126 2.2).
    pub(crate) fn request_uri(&mut self) -> String {
        let reference = URL_SAFE_NO_PAD.encode(self.bytes(24));
        format!("urn:ietf:params:oauth:request_uri:{reference}")
    }

    /// A client's id, which ends in the region's name.
    pub(crate) fn client_id(&mut self, region: Option<&Region>) -> String {
        let mut bytes = self.bytes(18);
        bytes.extend_from_slice(region.map_or("anywhere", Region::id).as_bytes());
        URL_SAFE_NO_PAD.encode(bytes)
    }

    /// A client's secret: about a kilobyte in the form of a JWT.
    pub(crate) fn client_secret(&mut self) -> Secret {
        let header = URL_SAFE_NO_PAD.encode(r#"{"kid":"key-1564028099","alg":"HS384"}"#);
        let claims = URL_SAFE_NO_PAD.encode(self.bytes(640));
        let signature = URL_SAFE_NO_PAD.encode(self.bytes(48));
        Secret::new(format!("{header}.{claims}.{signature}"))
    }

    /// An access token, with the colon that AWS's have.
    pub(crate) fn access_token(&mut self) -> Secret {
        self.token("aoaAAAAA")
    }

    /// A refresh token.
    pub(crate) fn refresh_token(&mut self) -> Secret {
        self.token("aorAAAAA")
    }

    /// A temporary access key's id.
    pub(crate) fn access_key_id(&mut self) -> String {
        format!("ASIA{}", self.letters(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 16))
    }

    /// The key that belongs to it: 40 characters, `/` and `+` among them.
    pub(crate) fn secret_access_key(&mut self) -> Secret {
        Secret::new(STANDARD.encode(self.bytes(30)))
    }

    /// The session token beside it, with the `=` at its end that AWS's have.
    pub(crate) fn session_token(&mut self) -> Secret {
        Secret::new(format!("IQoJb3JpZ2luX2Vj{}", STANDARD.encode(self.bytes(500))))
    }

    fn token(&mut self, prefix: &str) -> Secret {
        let text = STANDARD.encode(self.bytes(120));
        let signature = STANDARD.encode(self.bytes(102));
        Secret::new(format!("{prefix}{text}:{signature}"))
    }

    fn bytes(&mut self, count: usize) -> Vec<u8> {
        let mut bytes = vec![0; count];
        self.0.fill(&mut bytes);
        bytes
    }

    fn letters(&mut self, alphabet: &[u8], count: usize) -> String {
        (0..count).map(|_| char::from(alphabet[self.0.usize(..alphabet.len())])).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};

    #[track_caller]
    fn check(made: String, expect: Expect) {
        expect.assert_eq(&made);
    }

    #[test]
    fn the_same_seed_makes_the_same_codes() {
        check(Random::seeded(1).user_code(), expect!["RNGT-BTTV"]);
        check(Random::seeded(1).request_id(), expect!["a833bdcd-b6d1-4eb1-88dc-97e5aab5fe3d"]);
        check(Random::seeded(1).access_key_id(), expect!["ASIAVRHYAYY3TFCFA3DM"]);
        assert_ne!(Random::seeded(1).user_code(), Random::seeded(2).user_code());
    }

    #[test]
    fn secrets_have_aws_lengths_and_forms() {
        let mut random = Random::seeded(1);
        assert_eq!(random.client_secret().expose().split('.').count(), 3);
        assert!((900..1200).contains(&random.client_secret().expose().len()));
        assert_eq!(random.device_code().expose().len(), 86);
        assert_eq!(random.secret_access_key().expose().len(), 40);
        assert!(random.session_token().expose().ends_with('='));
    }
}
