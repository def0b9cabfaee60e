// A page as most teams would build it: the form, both AWS clients, and no feature of Onramp's.
import { useState } from "react";
import { createRoot } from "react-dom/client";
import { ListAccountRolesCommand, ListAccountsCommand, SSOClient } from "@aws-sdk/client-sso";
import {
  CreateTokenCommand,
  RegisterClientCommand,
  SSOOIDCClient,
  StartDeviceAuthorizationCommand,
} from "@aws-sdk/client-sso-oidc";

const GRANT = "urn:ietf:params:oauth:grant-type:device_code";

async function signIn(startUrl, region) {
  const oidc = new SSOOIDCClient({ region });
  const { clientId, clientSecret } = await oidc.send(
    new RegisterClientCommand({ clientName: "react-page", clientType: "public" }),
  );
  const { deviceCode } = await oidc.send(
    new StartDeviceAuthorizationCommand({ clientId, clientSecret, startUrl }),
  );
  const { accessToken } = await oidc.send(
    new CreateTokenCommand({ clientId, clientSecret, grantType: GRANT, deviceCode }),
  );
  const sso = new SSOClient({ region });
  const { accountList } = await sso.send(new ListAccountsCommand({ accessToken }));
  const roles = accountList.map(({ accountId }) =>
    sso.send(new ListAccountRolesCommand({ accessToken, accountId })),
  );
  return Promise.all(roles);
}

function Field({ label, value, onValue }) {
  return (
    <label>
      {label} <input value={value} onChange={(event) => onValue(event.target.value)} />
    </label>
  );
}

function Page() {
  const [startUrl, setStartUrl] = useState("");
  const [region, setRegion] = useState("us-east-1");
  const [roles, setRoles] = useState([]);
  const submit = async (event) => {
    event.preventDefault();
    setRoles(await signIn(startUrl, region));
  };
  return (
    <form onSubmit={submit}>
      <h1>Set up the AWS CLI</h1>
      <Field label="Start URL" value={startUrl} onValue={setStartUrl} />
      <Field label="SSO region" value={region} onValue={setRegion} />
      <button>Sign in</button>
      <pre>{JSON.stringify(roles)}</pre>
    </form>
  );
}

createRoot(document.getElementById("root")).render(<Page />);
