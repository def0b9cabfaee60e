"""Finds credentials as any program with botocore does, the AWS CLI among them: by environment, `~/.aws/config` and the
token cache. Prints whose they are, as `src/bin/role-credentials.rs` does: `123456789012 ASIA… eu-west-1`.
"""

from botocore.session import Session

session = Session()
credentials = session.get_credentials().get_frozen_credentials()
print(credentials.account_id, credentials.access_key, session.get_config_variable("region"))
