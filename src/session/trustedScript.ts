interface TrustedTypePolicies {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): Policy
}
interface Policy {
  createScriptURL(address: string): string
}

let policy: Policy | undefined

/**
 * The address of a worker, as the policy of the page wants it: where the browser knows Trusted Types, no script address is
 * taken that did not pass here, and here only our own host passes.
 */
export function trustedScript(address: string): string {
  const { trustedTypes } = window as { trustedTypes?: TrustedTypePolicies }
  if (!trustedTypes) return address
  policy ??= trustedTypes.createPolicy('braid', {
    createScriptURL(asked) {
      if (new URL(asked, document.baseURI).origin !== location.origin) throw new TypeError(`${asked} is not ours`)
      return asked
    },
  })
  return policy.createScriptURL(address)
}
