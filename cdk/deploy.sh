#!/usr/bin/env bash
# Deploys a cloud assembly as it was tested, after asking the account whether it can take it.
#
# usage: cdk/deploy.sh ASSEMBLY STAGE [--preflight]        ./dev deploy STAGE makes the assembly first
#
#   --preflight    ask only; deploy nothing
#
# Needs the AWS CLI with credentials, and npx. Results go to stdout, progress to stderr. Exit: 0 deployed, or nothing stands in
# the way; 1 something does, and is named with what to do about it; 2 usage; 3 a tool is missing; 4 AWS cannot be reached.
set -euo pipefail

CDK=aws-cdk@2.1148.1
QUALIFIER=hnb659fds

fail() { local code=$1; shift; printf '%s\n' "$*" >&2; exit "$code"; }
[ $# -ge 2 ] || fail 2 "usage: cdk/deploy.sh ASSEMBLY STAGE [--preflight]"
assembly=$1 stage=$2 only=no
case ${3:-} in "") ;; --preflight) only=yes ;; *) fail 2 "cdk/deploy.sh does not know '$3'" ;; esac
[ -f "$assembly/manifest.json" ] || fail 2 "There is no assembly in $assembly; ./dev synth $stage makes it."
for tool in aws npx; do
  command -v "$tool" >/dev/null || fail 3 "$tool is not there. Install the AWS CLI (aws.amazon.com/cli) and node (nodejs.org)."
done
account=$(aws sts get-caller-identity --query Account --output text 2>/dev/null) \
  || fail 4 "AWS does not know who asks. Sign in first, for example with: aws sso login"

findings=0
fine() { printf 'fine     %s\n' "$*"; }
missing() { printf 'missing  %s\n' "$*"; findings=$((findings + 1)); }

# How often a type or a word stands in the templates of a region.
regional() {
  local file name
  for file in "$assembly"/*.template.json; do
    name=$(basename "$file" .template.json)
    case $1 in
      "$home") case $name in "$stage"-[a-z]*-[a-z]*-[0-9]-*) ;; *) echo "$file" ;; esac ;;
      *) case $name in "$stage-$1"-*) echo "$file" ;; esac ;;
    esac
  done
}
count() { local type=$1; shift; cat "$@" | grep -c "\"Type\": \"$type\"" || true; }
total() { local key=$1; shift; cat "$@" | sed -n "s/.*\"$key\": \([0-9]*\).*/\1/p" | awk '{ sum += $1 } END { print sum + 0 }'; }

# --- what each region must have -----------------------------------------------------------------------------------

bootstrapped() {
  local region=$1 needed version
  needed=$(sed -n 's/.*"requiresBootstrapStackVersion": \([0-9]*\).*/\1/p' "$assembly/manifest.json" | sort -n | tail -1)
  version=$(aws ssm get-parameter --region "$region" --name "/cdk-bootstrap/$QUALIFIER/version" \
    --query Parameter.Value --output text 2>/dev/null || echo 0)
  if [ "$version" -ge "${needed:-6}" ]; then
    fine "$region is bootstrapped (version $version)"
  else
    missing "$region is not bootstrapped, or too long ago. Do: npx $CDK bootstrap aws://$account/$region"
  fi
}

# Lambda keeps 100 for functions without a share of their own, and a new account has 10 to 1,000 in all.
concurrency() {
  local region=$1 wanted limit
  shift
  wanted=$(($(total ReservedConcurrentExecutions "$@") + 100))
  limit=$(aws lambda get-account-settings --region "$region" --query AccountLimit.ConcurrentExecutions --output text 2>/dev/null \
    || echo 0)
  if [ "$limit" -ge "$wanted" ]; then
    fine "$region lets $limit functions run at once; $wanted are needed"
  else
    missing "$region lets $limit functions run at once, and $wanted are needed. Ask: aws service-quotas request-service-quota-increase --region $region --service-code lambda --quota-code L-B99A9384 --desired-value $((wanted * 2))"
  fi
}

alarms() {
  local region=$1 wanted have
  shift
  wanted=$(count AWS::CloudWatch::Alarm "$@")
  have=$(aws cloudwatch describe-alarms --region "$region" --query 'length(MetricAlarms)' --output text 2>/dev/null | tail -1)
  if [ $((${have:-0} + wanted)) -le 5000 ]; then
    fine "$region has room for $wanted alarms beside ${have:-0}"
  else
    missing "$region has ${have:-0} alarms and takes 5,000; $wanted come. Ask: aws service-quotas request-service-quota-increase --region $region --service-code monitoring --quota-code L-F678F1CE --desired-value 10000"
  fi
}

# --- what the account must have -----------------------------------------------------------------------------------

roles() {
  local wanted summary have quota
  wanted=$(count AWS::IAM::Role "$assembly"/*.template.json)
  summary=$(aws iam get-account-summary --query 'SummaryMap.[Roles,RolesQuota]' --output text 2>/dev/null || echo "0 0")
  read -r have quota <<<"$summary"
  if [ $((have + wanted)) -le "$quota" ]; then
    fine "the account has room for $wanted roles: $have of $quota are there"
  else
    missing "the account has $have of $quota roles, and $wanted come. Ask: aws service-quotas request-service-quota-increase --region us-east-1 --service-code iam --quota-code L-FE177D64 --desired-value $((have + wanted * 2))"
  fi
}

edge() {
  if aws cloudfront list-distributions --max-items 1 >/dev/null 2>&1; then
    fine "CloudFront answers. A new account is sometimes verified only on asking: a refusal 'must be verified' goes to AWS Support"
  else
    missing "CloudFront refuses this account or these credentials. Ask AWS Support to verify the account for CloudFront"
  fi
}

service_roles() {
  local name service
  for pair in AWSServiceRoleForAPIGateway:ops.apigateway.amazonaws.com; do
    name=${pair%%:*} service=${pair#*:}
    if aws iam get-role --role-name "$name" >/dev/null 2>&1; then
      fine "the role $name is there"
    else
      missing "the role $name is not there, and a first deployment fails where it may not be made. Do: aws iam create-service-linked-role --aws-service-name $service"
    fi
  done
}

regions=$(sed -n 's#.*"aws://unknown-account/\([a-z0-9-]*\)".*#\1#p' "$assembly/manifest.json" | awk '!seen[$0]++')
home=$(sed -n "/\"$stage-identity\"/,/environment/ s#.*aws://unknown-account/\\([a-z0-9-]*\\)\".*#\\1#p" "$assembly/manifest.json" | head -1)
[ -n "$home" ] || fail 2 "The assembly in $assembly is not of stage $stage."
for region in $regions; do
  templates=()
  while read -r file; do templates+=("$file"); done < <(regional "$region")
  bootstrapped "$region"
  concurrency "$region" "${templates[@]}"
  alarms "$region" "${templates[@]}"
done
roles
edge
service_roles
if [ $findings -gt 0 ]; then
  fail 1 "Nothing was deployed: $findings things stand in the way."
fi
[ $only = no ] || exit 0
printf 'Deploying stage %s to account %s: %s\n' "$stage" "$account" "$(echo $regions)" >&2
export CDK_DISABLE_VERSION_CHECK=1 CDK_DISABLE_CLI_TELEMETRY=1
exec npx --yes "$CDK" deploy --app "$assembly" --all --require-approval never --progress events
