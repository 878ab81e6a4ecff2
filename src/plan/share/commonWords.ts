/**
 * What plans say often, for short links: the words first, then the Markdown around them. Part of the link format: a
 * change of one character would make every link so far unreadable (docs/format-link.md says what to do instead).
 */
export const commonWords = `${joined(words())}
${markdown()}`

/** Each word, the first too, with a blank before it: so it stands in a sentence. */
function joined(lines: string): string {
  return lines.replaceAll('\n', ' ')
}

function words(): string {
  return `
accept acceptance access accessibility account accuracy across actions activity actual adapter additional admin
agents aggregate algorithms alternative analysis analyzer animation annotations anonymous applications approach
approval approve architecture archive arguments artifacts assets assignment asynchronous attachment attempt
attributes audience audit author authorization automated automatic automatically available avatar average awareness
background badge balance bandwidth banner baseline behavior behaviour benchmarks best-effort between billing binary
boundary boundaries branch breaking bridge brief broken browsers budget buffer bundle business calculate calculation
calendar callback campaign cancel cancellation canonical capability capabilities capacity capture category
categories certificate channels chapter charts checklist checkout checksum choice citation cleanup clear clients
clipboard clock cloud collaboration collections colors columns combine commands comments commit common communication
community company comparison compatibility compatible compile compiler complete completed completeness completion
complex compliance components compression concept concurrency concurrent conditions confidence config configurable
configuration confirm confirmation conflicts connections connectivity consent consistency consistent console
constants constraints consumers contact containers content context contribute controller controls conventions
conversion conversation cookie coordination copy core correct correctly correctness costs count counter coverage
credentials criteria critical cross-browser current cursor custom customers daemon dashboards data databases dataset
date deadline deadlock debug debugging decisions defaults definitions delay delete deletion delivery demo
dependencies dependency deployments deprecated description designs desktop destination details detection developers
development devices diagrams dialog difference different digest directory disable discovery display distributed
distribution documentation documented documents domain downloads draft driver dropdown duplicates duration dynamic
edge editor effect efficient elements emails embedding empty enable encoding encryption end-to-end engine enhanced
enhancement ensure enterprise entities entity entry environments equivalent errors escalation estimate evaluation
events evidence examples exceptions execute execution executor existing expected expiration expiry explicit exports
expression extensions external extract extraction factory failing failover failures fallback false features feedback
fetch fields files filtering filters final findings fixtures flexible folder font footer foreign formats formatting
forms foundation fragment frameworks frequency friendly functional functionality functions future gallery gateway
general generate generated generation generator generic global goal grace graceful graph grid groups guard guide
guidelines handlers handling hardware headers health heartbeat hidden hierarchy highlight history hooks host hosting
icons identifier identity images impact implementations imports improve improved improvements incident include
incremental index indexes indexing indicators individual infrastructure ingestion initial initialization inline
inputs inspection install installation installer instances instructions instrumentation integrations integrity
intelligent interaction interactive interfaces internal international invalid invalidation inventory invitation
invoice isolated isolation issues iteration jobs journey keyboard keyword knowledge labels languages large latency
latest layers layout lazy leader leaderboard learning legacy length levels library license lifecycle limiting limits
line links listener lists loader loading local locale localization location lock locking logger logic logical logo
logout logs lookup loop machine mail maintain maintenance management manager manifest manual mapping margin markdown
market marketing matching material maximum measurement media members membership memory menu merge messages messaging
metadata methods metrics middleware migrate migrations milestone minimal minimum missing mobile mode models modules
monitor multiple name namespace naming native navigation necessary nested network nodes normalization notes
notifications objects observability office offline onboarding online operational operations optimization optimize
optional options orders organization original outputs overlay overview owner ownership packages pagination palette
panel parallel parameters parser parsing partial partner pass paths patterns payload payments pending people
percentage performance period permissions persistence persistent personal phase phone pipelines placeholder plan
planning platforms player plugins point policies policy pool popup port portal position possible post practices
preferences preparation preview previous price pricing primary principle priority privacy private problem process
processes processing processor product production profile profiling program progress progressive projects prompts
properly property proposal protection protocol prototype providers proxy public publish purchase purpose push
quality quantity queries query questions queue quota random range ranking rate rating ready real-time realistic
reason receipt recent recipe recommendations records recovery reduce redirect references refresh region registration
registry regression related relationships relative releases relevant reliability reliable reminder remote render
rendering replay replication reporting reports repositories repository requests required requirements research reset
resolution resolver resources responses responsive rest restart restore results retention retries retry return
reviews revision risks roles rollback rollout rotation router routes routing rules runtime safe samples sandbox
scalability scale scaling scan scenarios schedule scheduled scheduler scheduling schemas scope score scoring screens
screenshot scripts scroll search secrets sections secure security segment selection selector semantic sender
sensitive sensor sequence serialization series servers services sessions settings setup severity shared sharing
shell shipping shortcuts sidebar signal signature similar simple simulation single size skeleton slow small smoke
snapshots social software solution sorting sources space spacing specific specification spike split spreadsheet
sprint stable stage staging stakeholders standards startup statement states static statistics status steps storage
store stories story strategies strategy streaming streams strings structure structured styles subscriptions success
successful successfully suggestions suite summary support supported surface switch symbol sync synchronization
syntax synthetic systems tables targets tasks teams technical templates terminal tests text themes third-party
threads thresholds throttling throughput tickets time timeline timeouts timestamp title tokens toolbar tools tooltip
topic trace tracing tracker tracking traffic training transactions transcript transformation transitions
translations transport trends triggers troubleshooting tutorial types typography undo unique units unsupported
updated updates upgrade uploads usability usage user-friendly username users utilities utility valid validate
validation validator values variables variants vector vendor verification verify versioning versions video views
virtual visibility visible visual visualization volume vulnerabilities warehouse warnings watch webhooks website
weekly widgets window wizard workers workflows workspace wrapper writer zero-downtime zone
Accept Access Achieve Adapt Add Adjust Agree All Allow Analyze Apply Approve Archive Are Ask Assess Assign Audit
Automate Avoid Backfill Benchmark Block Build Bump Cache Calculate Call Can Capture Change Check Choose Clean up
Clear Close Collect Combine Commit Compare Complete Conduct Confirm Connect Consider Consolidate Convert Copy Count
Cover Create a Create basic Create initial Custom Cut Data Debug Decide Declare Define Delete Deliver Demo Deploy
Deprecate Describe Detect Determine Disable Discuss Display Document Document all Download Draft Draw Drop Each Edit
Email Enable End-to-end Enforce Enhance Ensure Ensure all Error Establish Estimate Evaluate Every Examine Execute
Existing Expand Explain Explore Export Expose Extend Extract File Fill Filter Final Finalize Find First Fix Follow
Format Gather Generate Get Give Group Handle Harden Hide Identify Implement Implement basic Import Improve Include
Index Initial Insert Inspect Install Integrate Integrate with Internal Introduce Investigate Invite Isolate Join
Keep Key Launch Learn Let Limit Link List Load Local Lock Log Maintain Make Make sure Manage Manual Map Mark Measure
Merge Migrate Minimize Mock Model Monitor Move Multi Name New No Normalize Notify Number Observe Obtain Offer Open
Optimize Order Organize Package Parse Pass Perform Pick Plan Polish Populate Port Post Prepare Preserve Prevent
Print Prioritize Process Profile Proper Protect Prototype Prove Provide Publish Pull Purge Push Put Query Quick Read
Receive Record Reduce Refactor Register Release Reload Remove Rename Render Reorganize Replace Report Reproduce
Request Require Research Reset Resolve Respond Restore Restrict Return Reuse Review Review and Rewrite Roll Rotate
Route Run Run all Sanitize Save Scale Scan Schedule Search Secure Seed Select Send Separate Serve Set Set up Settle
Share Ship Show Shrink Sign Simple Simplify Sketch Skip Sort Specify Speed Split Stabilize Standardize Start Stop
Store Stream Stress Style Submit Successful Support Support for Switch Sync System Tag Take Talk Teach Team Tell
Test Test with Tests The There Think Throttle Time Trace Track Train Transform Translate Trigger Trim Try Tune Turn
Type Unify Unit tests Update Update all Upgrade Upload Use User Users can Validate Verify Verify that Version View
Visit Visualize Wait Warn Watch Wire Wrap Write Write a Write unit tests for Write integration tests for API CLI CSS
CSV DNS GitHub Actions GraphQL HTML HTTP JSON Docker JavaScript Kubernetes Linux Node OAuth PDF Postgres PostgreSQL
Python README React Redis REST SDK SQL SSL TLS TypeScript UI UX URL UUID WebSocket XML YAML CI/CD CHANGELOG.md
README.md package.json src/ tests/ docs/ .github/workflows/ scripts/ index.ts .tsx .json .yaml .py npm run test npm
install git commit
about after again all already always and any are as at automatically based be because before both but by can done
during each every existing first for from full has have how if in into is it its least less more most must needed
new no not of off old on once one only open or other out over own per same should since so some than that the their
them then there these they this those through to together two under until up use used using via was what when where
whether which while who why will with within without work works
the ion of the ition of the s and s for s from s in s on s to the s with sion tion to the with the ed by ed for ed
from ed in ed on ed to ed with er and es and for all for each for the in all in the and the on the from the by the
that the when the as a with a to a for a of a is a`
}

function markdown(): string {
  return `
| --- | --- | --- |
|------|------|
> **Note:** 
**Goal**: **Status**: **Priority**: **Purpose**: **Files:** **Acceptance Criteria:** **Independent Test**: **Checkpoint**: 
\`\`\`typescript
\`\`\`
\`\`\`json
\`\`\`
\`\`\`bash
---

- **
  - **
- [x] **
- [ ] **
  - [ ] 
    - [ ] 
- [x] T001 [P] 
- [ ] T002 [P] [US1] 
- [ ] 1.1 
  - _Requirements: 1.1, 1.2_
## Phase 3: 
### Task 1.1: 
### 1. 
## Tasks

## Summary

## Notes

## Requirements

https://github.com/
 (Priority: Low)
 (Priority: Medium)
 (Priority: High)
 (Priority: Critical)
`
}
