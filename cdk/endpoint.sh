#!/usr/bin/env bash
# Says, as shell lines, where a deployed stage is and as whom a game server calls it.
#
# usage: cdk/endpoint.sh STAGE [REGION]          ./dev verify --aws STAGE uses it
#
# Needs the AWS CLI with credentials that may read stacks and take on the game servers' role. Exit: 0 said; 2 usage; 3 no AWS CLI;
# 4 AWS cannot be reached, or the stage is not there.
set -euo pipefail

fail() { local code=$1; shift; printf '%s\n' "$*" >&2; exit "$code"; }
[ $# -ge 1 ] || fail 2 "usage: cdk/endpoint.sh STAGE [REGION]"
stage=$1 region=${2:-us-east-1}
command -v aws >/dev/null || fail 3 "aws is not there. Install the AWS CLI (aws.amazon.com/cli)."
aws sts get-caller-identity --query Account --output text >/dev/null 2>&1 \
  || fail 4 "AWS does not know who asks. Sign in first, for example with: aws sso login"

# A stage's first region is not in its stacks' names; the others are.
output() {
  local stack value
  for stack in "$stage-api" "$stage-$region-api"; do
    value=$(aws cloudformation describe-stacks --region "$region" --stack-name "$stack" \
      --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text 2>/dev/null || true)
    if [ -n "$value" ] && [ "$value" != None ]; then printf '%s\n' "$value"; return; fi
  done
  fail 4 "Stage $stage is not deployed in $region, or these credentials may not see its stack."
}

url=$(output ApiUrl)
role=$(output GameServerRoleArn)
credentials=$(aws sts assume-role --role-arn "$role" --role-session-name verify --duration-seconds 900 \
  --query 'Credentials.[AccessKeyId,SecretAccessKey,SessionToken]' --output text 2>/dev/null || true)
read -r id key token <<<"$credentials"
printf 'export LIFEVERSE_URL=%q AWS_REGION=%q\n' "$url" "$region"
if [ -n "${token:-}" ]; then
  printf 'export AWS_ACCESS_KEY_ID=%q AWS_SECRET_ACCESS_KEY=%q AWS_SESSION_TOKEN=%q\n' "$id" "$key" "$token"
else
  printf 'These credentials may not take on %s: what game servers do is not verified.\n' "$role" >&2
  printf 'unset AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN\n'
fi
