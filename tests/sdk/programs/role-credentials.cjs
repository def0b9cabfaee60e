// Finds credentials as any program with the AWS SDK for JavaScript does, by environment, `~/.aws/config` and the token
// cache, and prints whose they are, as `src/bin/role-credentials.rs` does: `123456789012 ASIA… eu-west-1`.
//
// `node role-credentials.cjs MODULES`: the folder in which the SDK is.
const [modules] = process.argv.slice(2);
const { STSClient } = require(`${modules}/@aws-sdk/client-sts`);

async function main() {
  const { config } = new STSClient({});
  const { accountId, accessKeyId } = await config.credentials();
  console.log(accountId, accessKeyId, await config.region());
}

main().catch((error) => {
  console.error(String(error));
  process.exitCode = 1;
});
