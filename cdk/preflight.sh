#!/usr/bin/env bash
# Asks an AWS account whether it can take a cloud assembly, and says what to do about each thing that it cannot. Changes nothing.
#
# usage: cdk/preflight.sh ASSEMBLY STAGE        cdk/deploy.sh runs it before it deploys
#
# Needs the AWS CLI with credentials. Exit: 0 nothing stands in the way; 1 something does; 2 usage; 3 no AWS CLI; 4 AWS cannot be
# reached, or does not know who asks.
set -euo pipefail

CDK=aws-cdk@2.1148.1
QUALIFIER=hnb659fds
FREE_FOR_ALL=100

fail() { local code=$1; shift; printf '%s\n' "$*" >&2; exit "$code"; }
[ $# -eq 2 ] || fail 2 "usage: cdk/preflight.sh ASSEMBLY STAGE"
assembly=$1 stage=$2
[ -f "$assembly/manifest.json" ] || fail 2 "There is no assembly in $assembly; ./dev synth $stage makes it."
command -v aws >/dev/null || fail 3 "aws is not there. Install the AWS CLI: https://aws.amazon.com/cli"
refusal=$(mktemp)
trap 'rm -f "$refusal"' EXIT
account=$(aws sts get-caller-identity --query Account --output text 2>"$refusal") \
  || fail 4 "AWS does not know who asks, or cannot be reached: $(tr '\n' ' ' <"$refusal")
Sign in first, for example with: aws sso login"

findings=0
fine() { printf 'fine     %s\n' "$*"; }
note() { printf 'note     %s\n' "$*"; }
missing() { printf 'missing  %s\n' "$*"; findings=$((findings + 1)); }

# Puts what AWS answers into $answer. 1: there is no such thing. 2: AWS says no, which is then a finding of its own.
ask() {
  local action=$1
  shift
  if answer=$(aws "$@" 2>"$refusal" </dev/null); then return 0; fi
  if grep -qE 'NotFound|NoSuch|does not exist|cannot be found|is not imported by any stack' "$refusal"; then return 1; fi
  if grep -qE 'AccessDenied|not authorized|Unauthorized|Forbidden' "$refusal"; then
    missing "these credentials may not ask: let whoever deploys do $action (docs/pipeline.md has the role)"
    return 2
  fi
  fail 4 "AWS cannot be asked for $action: $(tr '\n' ' ' <"$refusal")"
}
quota() { printf 'aws service-quotas request-service-quota-increase --region %s --service-code %s --quota-code %s --desired-value %s' "$@"; }

# The templates of a region: those of the first have no region in their names.
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
numbers() { local key=$1; shift; cat "$@" | sed -n "s/.*\"$key\": \([0-9]*\).*/\1/p"; }

# --- what each region must have -----------------------------------------------------------------------------------

bootstrapped() {
  local region=$1 needed version=0 code=0
  needed=$(sed -n 's/.*"requiresBootstrapStackVersion": \([0-9]*\).*/\1/p' "$assembly/manifest.json" | sort -n | tail -1)
  ask ssm:GetParameter ssm get-parameter --region "$region" --name "/cdk-bootstrap/$QUALIFIER/version" \
    --query Parameter.Value --output text || code=$?
  [ $code -lt 2 ] || return 0
  [ $code -ne 0 ] || version=$answer
  if [ "$version" -ge "${needed:-6}" ]; then
    fine "$region is bootstrapped (version $version)"
  else
    missing "$region is not bootstrapped, or too long ago. Do: npx $CDK bootstrap aws://$account/$region"
  fi
}

# A stack that another deployment left behind, or works on, is in the way of this one.
stacks() {
  local region=$1 name status left=0
  ask cloudformation:DescribeStacks cloudformation describe-stacks --region "$region" \
    --query "Stacks[?starts_with(StackName, '$stage-')].[StackName,StackStatus]" --output text || return 0
  while read -r name status; do
    [ -f "$assembly/$name.template.json" ] || continue
    case $status in
      ROLLBACK_COMPLETE | ROLLBACK_FAILED | CREATE_FAILED | DELETE_FAILED)
        left=1
        missing "stack $name never came up ($status). Look at why: aws cloudformation describe-stack-events --region $region --stack-name $name. Then do: aws cloudformation update-termination-protection --region $region --no-enable-termination-protection --stack-name $name; aws cloudformation delete-stack --region $region --stack-name $name. Tables, buckets and secrets of it stay, empty, for you to delete" ;;
      UPDATE_ROLLBACK_FAILED)
        left=1
        missing "stack $name could not go back to what it was ($status). Do: aws cloudformation continue-update-rollback --region $region --stack-name $name" ;;
      REVIEW_IN_PROGRESS) ;;
      *_IN_PROGRESS)
        left=1
        missing "stack $name is being changed ($status). Wait for it: aws cloudformation wait stack-update-complete --region $region --stack-name $name" ;;
    esac
  done <<<"$answer"
  [ $left -ne 0 ] || fine "$region has no stack of $stage that is half done"
}

# CloudFormation takes no export away that another stack still imports, and the stack that gives it is deployed first.
exports() {
  local region=$1 name stack lost=0 code deployed
  ask cloudformation:ListExports cloudformation list-exports --region "$region" \
    --query "Exports[?contains(ExportingStackId, ':stack/$stage-')].[Name,ExportingStackId]" --output text || return 0
  deployed=$answer
  while read -r name stack; do
    stack=${stack#*:stack/} stack=${stack%%/*}
    [ -n "$name" ] && [ -f "$assembly/$stack.template.json" ] || continue
    ! grep -qF "\"Name\": \"$name\"" "$assembly/$stack.template.json" || continue
    code=0
    ask cloudformation:ListImports cloudformation list-imports --region "$region" --export-name "$name" \
      --query 'Imports[]' --output text || code=$?
    if [ $code = 0 ]; then
      lost=1
      missing "stack $stack gives up $name, which is still used by: $(printf '%s' "$answer" | tr '\t\n' '  '). Keep it for this one deployment (exportValue in the stack's class), take it away in the next; docs/runbooks/deployment.md"
    fi
  done <<<"$deployed"
  [ $lost -ne 0 ] || fine "$region has no stack of $stage that gives up what another uses"
}

# Lambda keeps 100 for functions without a share of their own, and a new account has 10 to 1,000 in all.
concurrency() {
  local region=$1 reserved wanted
  shift
  reserved=$(numbers ReservedConcurrentExecutions "$@" | awk '{ sum += $1 } END { print sum + 0 }')
  wanted=$((reserved + FREE_FOR_ALL))
  ask lambda:GetAccountSettings lambda get-account-settings --region "$region" \
    --query AccountLimit.ConcurrentExecutions --output text || return 0
  if [ "$answer" -ge "$wanted" ]; then
    fine "$region lets $answer functions run at once; $wanted are needed"
  elif [ "$reserved" -eq 0 ]; then
    note "$region lets $answer functions run at once: enough to look around, no more. Ask: $(quota "$region" lambda L-B99A9384 1000)"
  else
    missing "$region lets $answer functions run at once, and $wanted are needed. Ask: $(quota "$region" lambda L-B99A9384 $((wanted * 2)))"
  fi
}

# All APIs of an account share what the gateway lets through.
requests() {
  local region=$1 wanted
  shift
  wanted=$(numbers ThrottlingRateLimit "$@" | sort -n | tail -1)
  ask apigateway:GET apigateway get-account --region "$region" --query throttleSettings.rateLimit --output text || return 0
  if [ "${answer%.*}" -ge "${wanted:-0}" ]; then
    fine "$region lets ${answer%.*} requests a second through; the API takes $wanted"
  else
    missing "$region lets ${answer%.*} requests a second through, and the API takes $wanted. Ask: $(quota "$region" apigateway L-8A5B8E43 "$wanted")"
  fi
}

alarms() {
  local region=$1 wanted ringing
  shift
  wanted=$(count AWS::CloudWatch::Alarm "$@")
  ask cloudwatch:DescribeAlarms cloudwatch describe-alarms --region "$region" \
    --query 'MetricAlarms[].[StateValue,AlarmName]' --output text || return 0
  have=$(printf '%s' "$answer" | grep -c . || true)
  if [ $((have + wanted)) -le 5000 ]; then
    fine "$region has room for $wanted alarms beside $have"
  else
    missing "$region has $have alarms and takes 5,000; $wanted come. Ask: $(quota "$region" monitoring L-F678F1CE 10000)"
  fi
  ringing=$(printf '%s\n' "$answer" | awk -F '\t' -v ours="$stage-" '$1 == "ALARM" && index($2, ours) == 1 { print $2 }')
  [ -z "$ringing" ] || note "alarms ring in $region, and a new version of what they are about is taken back at once (docs/runbooks/deployment.md): $(printf '%s' "$ringing" | tr '\n' ';')"
}

# --- what the account must have -----------------------------------------------------------------------------------

roles() {
  local wanted have limit
  wanted=$(count AWS::IAM::Role "$assembly"/*.template.json)
  ask iam:GetAccountSummary iam get-account-summary --query 'SummaryMap.[Roles,RolesQuota]' --output text || return 0
  read -r have limit <<<"$answer"
  if [ $((have + wanted)) -le "$limit" ]; then
    fine "the account has room for $wanted roles: $have of $limit are there"
  else
    missing "the account has $have of $limit roles, and $wanted come. Ask: $(quota us-east-1 iam L-FE177D64 $((have + wanted * 2)))"
  fi
}

edge() {
  ask cloudfront:ListDistributions cloudfront list-distributions --max-items 1 || return 0
  fine "CloudFront answers. A new account is sometimes verified only on asking: a refusal 'must be verified' goes to AWS Support"
}

service_role() {
  local name=$1 service=$2 code=0
  ask iam:GetRole iam get-role --role-name "$name" || code=$?
  case $code in
    0) fine "the role $name is there" ;;
    1) missing "the role $name is not there, and a first deployment fails where it may not be made. Do: aws iam create-service-linked-role --aws-service-name $service" ;;
  esac
}

regions=$(sed -n 's#.*"aws://unknown-account/\([a-z0-9-]*\)".*#\1#p' "$assembly/manifest.json" | awk '!seen[$0]++')
home=$(sed -n "/\"$stage-identity\"/,/environment/ s#.*aws://unknown-account/\\([a-z0-9-]*\\)\".*#\\1#p" "$assembly/manifest.json" | head -1)
[ -n "$home" ] || fail 2 "The assembly in $assembly is not of stage $stage; ./dev synth $stage makes it."
for region in $regions; do
  templates=()
  while read -r file; do templates+=("$file"); done < <(regional "$region")
  bootstrapped "$region"
  stacks "$region"
  exports "$region"
  concurrency "$region" "${templates[@]}"
  requests "$region" "${templates[@]}"
  alarms "$region" "${templates[@]}"
done
roles
edge
service_role AWSServiceRoleForAPIGateway ops.apigateway.amazonaws.com
[ $findings -eq 0 ] || fail 1 "$findings things stand in the way."
