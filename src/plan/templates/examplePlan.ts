/** A plan in the middle of its work, for a first visit: dependencies by name and by letter, every task state, unknown hours. */
export const examplePlan = `# Implementation Plan: Island Ferry Booking

## Overview
Passengers book seats and car places on four island routes, pay by card and board with a code on their phone. The harbour office plans sailings and sees every booking. The API contract comes first, so that services and apps grow side by side.

## Phase 1: Contract & Foundations (Parallel - Day 1-2)

### Stream A: API Contract
**Estimated Time:** 6-8 hours
**Dependencies:** None
**Tasks:**
- [x] Write the OpenAPI specification for sailings, bookings and payments (Priority: Critical)
- [x] Agree on error codes and idempotency keys for payments (Priority: Critical)
- [x] Publish a mock API that serves three full sailings (Priority: High)
- [~] Review the contract with the harbour office (Priority: High)

### Stream B: Environment
**Estimated Time:** 4-6 hours
**Dependencies:** None
**Tasks:**
- [x] Start Postgres, Redis and a mail catcher with one command (Priority: High)
- [x] Write the first migration: routes, sailings, seats (Priority: High)
- [x] Seed a week of sailings on all four routes (Priority: Medium)
- [-] Set up a shared staging database (Priority: Low)

### Stream C: Design System
**Estimated Time:** 5-8 hours
**Dependencies:** None
**Tasks:**
- [x] Choose type and colours that hold in bright sun on deck (Priority: High)
- [~] Build form fields, buttons and the seat map as components (Priority: High)
- [ ] Check contrast and touch targets on three phones (Priority: Medium)

## Phase 2: Parallel Implementation (Parallel - Day 3-6)

### Stream D: Booking Service
**Estimated Time:** 12-16 hours
**Dependencies:** API Contract, Environment
**Tasks:**
- [~] Hold seats for ten minutes without selling one twice (Priority: Critical)
- [ ] Create, change and cancel a booking (Priority: Critical)
- [ ] Refuse a booking when the car deck is full, and say what is free (Priority: High)
- [ ] Send the boarding code by mail (Priority: Medium)

### Stream E: Payments
**Estimated Time:** 8-12 hours
**Dependencies:** Stream A, Stream D (seat holds)
**Tasks:**
- [ ] Take card payments through the payment provider (Priority: Critical)
- [ ] Refund a cancelled sailing in one step (Priority: High)
- [ ] Reconcile payments with bookings every night (Priority: Medium)

### Stream F: Passenger App
**Estimated Time:** 14-20 hours
**Dependencies:** API Contract, Design System
**Tasks:**
- [~] Search sailings by route, day and passengers (Priority: Critical)
- [ ] Choose seats and a car place on the deck plan (Priority: Critical)
- [ ] Pay, and see the boarding code without a signal (Priority: High)
- [ ] Speak Danish, German and English (Priority: Medium)

### Stream G: Harbour Office
**Dependencies:** Streams A & C
**Tasks:**
- [ ] Plan sailings on a week view (Priority: High)
- [ ] Cancel a sailing and tell its passengers (Priority: High)
- [ ] Print a boarding list that works without power (Priority: Low)

### Stream H: End-to-End Tests
**Estimated Time:** 6-10 hours
**Dependencies:** API Contract, Environment
**Tasks:**
- [x] Run the browser tests against the mock API (Priority: High)
- [ ] Follow one family from search to boarding (Priority: Critical)
- [ ] Sell the last seat to two people at once (Priority: High)

## Phase 3: Launch (Sequential - Day 7-8)

### Stream I: Pilot Route
**Estimated Time:** 8 hours
**Dependencies:** Booking Service, Payments, Passenger App
**Tasks:**
- [ ] Run one route for a day beside the paper lists (Priority: Critical)
- [ ] Watch payments and seat holds under a Friday afternoon (Priority: High)
- [ ] Write down what the crew asked for (Priority: Medium)

### Stream J: All Routes
**Estimated Time:** 4-6 hours
**Dependencies:** Pilot Route, Harbour Office
**Tasks:**
- [ ] Open the other three routes (Priority: High)
- [ ] Hand over alerts and the on-call book (Priority: High)

## Sequential Integration Points

### Integration 1: Contract Agreed (After Phase 1)
- [x] Mock API and specification say the same
- [x] A new laptop runs everything within ten minutes
- [ ] The harbour office has signed the contract

### Integration 2: Booking End to End (After Phase 2)
- [ ] A booking survives a restart of every service
- [ ] No seat is sold twice in a thousand parallel tries
- [ ] The app works on the crossing, where there is no signal

### Integration 3: Ready to Sail (Final)
- [ ] The crew has boarded one full ferry with it
- [ ] Refunds arrive within two days
- [ ] Somebody answers the telephone

## Execution Commands
\`\`\`bash
# Phase 1: Contract and foundations (Day 1-2)
claude --parallel \\
  "write the OpenAPI specification and publish a mock API" \\
  "start Postgres, Redis and a mail catcher with one command" \\
  "build the design system components"

# Phase 2: Implementation (Day 3-6)
claude --parallel \\
  "implement the booking service against the OpenAPI specification" \\
  "implement payments and refunds" \\
  "build the passenger app against the mock API" \\
  "build the harbour office week view" \\
  "write end-to-end tests"

# Phase 3: Launch (Day 7-8)
claude "prepare the pilot route: monitoring, alerts and a rollback"
\`\`\`

## Success Criteria
- [ ] A passenger books and pays in under two minutes
- [ ] No sailing is oversold in the first month
- [ ] The harbour office plans a week in half an hour
`
