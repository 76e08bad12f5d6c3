#!/usr/bin/env bash
# Deploys a cloud assembly as it was tested, after asking the account whether it can take it: one region after the other, and within
# a region what does not wait for each other at the same time.
#
# usage: cdk/deploy.sh ASSEMBLY STAGE [--preflight]        ./dev deploy STAGE makes the assembly first
#
#   --preflight    ask only; deploy nothing
#
# Needs the AWS CLI with credentials, and npx. Results go to stdout, progress to stderr. Exit: 0 deployed, or nothing stands in
# the way; 1 something does, and is named with what to do about it; 2 usage; 3 a tool is missing; 4 AWS cannot be reached.
set -euo pipefail

CDK=aws-cdk@2.1148.1
# Versions are tried for minutes in each stack: one stack after the other takes longer than credentials last.
AT_ONCE=10

fail() { local code=$1; shift; printf '%s\n' "$*" >&2; exit "$code"; }
[ $# -ge 2 ] || fail 2 "usage: cdk/deploy.sh ASSEMBLY STAGE [--preflight]"
assembly=$1 stage=$2 only=no
case "$#:${3:-}" in 2:) ;; 3:--preflight) only=yes ;; *) fail 2 "cdk/deploy.sh does not know '${*:3}'; usage: cdk/deploy.sh ASSEMBLY STAGE [--preflight]" ;; esac
command -v npx >/dev/null || fail 3 "npx is not there. Install node: https://nodejs.org"
"$(dirname "${BASH_SOURCE[0]}")/preflight.sh" "$assembly" "$stage" || fail $? "Nothing was deployed."
[ $only = no ] || exit 0

# Lines of a region and a stack, in the order of the assembly.
stacks=$(awk -F '"' '/"type": "aws:cloudformation:stack"/ { there = 1 }
  there && /"environment": "aws:/ { n = split($4, part, "/"); region = part[n] }
  there && /"displayName":/ { print region, $4; there = 0 }' "$assembly/manifest.json")
export CDK_DISABLE_VERSION_CHECK=1 CDK_DISABLE_CLI_TELEMETRY=1
for region in $(printf '%s\n' "$stacks" | awk '!seen[$1]++ { print $1 }'); do
  printf 'Deploying stage %s to %s\n' "$stage" "$region" >&2
  # shellcheck disable=SC2046
  npx --yes "$CDK" deploy --app "$assembly" --require-approval never --progress events --concurrency "$AT_ONCE" \
    $(printf '%s\n' "$stacks" | awk -v region="$region" '$1 == region { print $2 }') </dev/null \
    || fail 1 "The deployment to $region failed, and regions after it were left alone; docs/runbooks/deployment.md says what to look at."
done
