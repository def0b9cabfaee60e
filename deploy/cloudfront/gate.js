// The gate before AWS, as a CloudFront function: only the page's own calls pass, each as AWS wants it. Which of AWS's
// hosts answers is the behaviour's to say; nothing of a request becomes a host.

// Made from the program's own table.
var CALLS = {
    'oidc/client/register': { method: 'POST', query: [] },
    'oidc/device_authorization': { method: 'POST', query: [] },
    'oidc/token': { method: 'POST', query: [] },
    'portal/assignment/accounts': { method: 'GET', query: ['max_result', 'next_token'] },
    'portal/assignment/roles': { method: 'GET', query: ['account_id', 'max_result', 'next_token'] },
    'portal/logout': { method: 'POST', query: [] },
};

function handler(event) {
    var request = event.request;
    if (!isSameOrigin(request)) {
        return refuse(403, 'Forbidden', 'foreign_origin');
    }
    var path = /^\/aws(?:-dualstack)?\/[a-z0-9-]+\/((oidc|portal)(\/.+))$/.exec(request.uri);
    if (!path || !CALLS.hasOwnProperty(path[1])) {
        return refuse(404, 'Not Found', 'unknown_path');
    }
    var call = CALLS[path[1]];
    if (request.method !== call.method) {
        return refuse(405, 'Method Not Allowed', 'wrong_method');
    }
    for (var name in request.querystring) {
        if (call.query.indexOf(name) < 0 || request.querystring[name].multiValue) {
            return refuse(400, 'Bad Request', 'unknown_query');
        }
    }
    var token = only(request, 'x-amz-sso_bearer_token');
    if (token === null || (path[2] === 'portal' && !token)) {
        return refuse(400, 'Bad Request', 'no_token');
    }
    var length = only(request, 'content-length');
    var hasBody = (length && length !== '0') || request.headers['transfer-encoding'];
    if (hasBody && call.method === 'GET') {
        return refuse(400, 'Bad Request', 'body_on_get');
    }
    if (hasBody && !/^[0-9]{1,5}$/.test(length) || Number(length) > 16384) {
        return refuse(413, 'Payload Too Large', 'body_too_large');
    }
    if (hasBody && !/^application\/json *(;|$)/.test(only(request, 'content-type'))) {
        return refuse(415, 'Unsupported Media Type', 'not_json');
    }
    request.uri = path[3];
    return request;
}

// Whether the browser says that the page's own script asks; an old browser says so by Origin.
function isSameOrigin(request) {
    var site = only(request, 'sec-fetch-site');
    var dest = only(request, 'sec-fetch-dest');
    var origin = only(request, 'origin');
    var own = 'https://' + only(request, 'host');
    if (site === null || origin === null || (dest !== '' && dest !== 'empty')) {
        return false;
    }
    return (site === 'same-origin' && (origin === '' || origin === own)) || (site === '' && origin === own);
}

// A header's value, '' where it is not there, null where it is there twice.
function only(request, name) {
    var header = request.headers[name];
    if (!header) {
        return '';
    }
    return header.multiValue ? null : header.value;
}

function refuse(status, description, reason) {
    return {
        statusCode: status,
        statusDescription: description,
        headers: { 'content-type': { value: 'application/json' }, 'cache-control': { value: 'no-store' } },
        body: JSON.stringify({ error: 'onramp_relay', reason: reason }),
    };
}
