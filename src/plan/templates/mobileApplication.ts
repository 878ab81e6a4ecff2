import type { PlanTemplate } from './planTemplate.ts'

export const mobileApplication: PlanTemplate = {
  id: 'mobile-application',
  name: 'Mobile application',
  description:
    'An app and its backend around one API contract, with device testing and store release planned from the start.',
  titlePlaceholder: '[Mobile App Name]',
  overview: '[Brief description of the mobile app and its target platforms]',
  phases: [
    {
      number: '1',
      name: 'Contract & Environment Setup',
      mode: 'parallel',
      days: { from: 1, to: 2 },
      streams: [
        {
          key: 'A',
          name: 'Mobile API Contract Design',
          estimate: { min: 6, max: 10 },
          dependencies: [],
          tasks: [
            { text: 'Create OpenAPI 3.0 specification for all mobile API endpoints', priority: 'critical' },
            { text: 'Define authentication flows (OAuth2, JWT, refresh tokens)', priority: 'critical' },
            { text: 'Design data models for mobile-specific features (offline sync, push)', priority: 'high' },
            { text: 'Set up API mocking service for mobile development', priority: 'high' },
            { text: 'Create API documentation with mobile-specific examples', priority: 'high' },
            { text: 'Define real-time communication protocols (WebSocket/WebRTC)', priority: 'medium' },
          ],
        },
        {
          key: 'B',
          name: 'Mobile Infrastructure',
          estimate: { min: 4, max: 6 },
          dependencies: [],
          tasks: [
            { text: 'Create docker-compose.yml with backend services (auth, database, push)', priority: 'critical' },
            { text: 'Set up push notification service (Firebase/APNS)', priority: 'critical' },
            { text: 'Configure file storage service for mobile uploads', priority: 'high' },
            { text: 'Set up real-time messaging infrastructure (WebSockets)', priority: 'medium' },
            { text: 'Configure analytics and crash reporting', priority: 'medium' },
          ],
        },
        {
          key: 'C',
          name: 'Mobile App Foundation',
          estimate: { min: 4, max: 8 },
          dependencies: [],
          tasks: [
            { text: 'Initialize [React Native/Flutter/Swift/Kotlin] project', priority: 'critical' },
            { text: 'Set up state management (Redux/Provider/BLoC/MVVM)', priority: 'critical' },
            { text: 'Create navigation structure and deep linking', priority: 'high' },
            { text: 'Build design system and reusable components', priority: 'high' },
            { text: 'Configure platform-specific settings (permissions, icons)', priority: 'medium' },
            { text: 'Set up code signing and app store configuration', priority: 'high' },
          ],
        },
      ],
    },
    {
      number: '2',
      name: 'Parallel Implementation',
      mode: null,
      days: { from: 2, to: 5 },
      streams: [
        {
          key: 'D',
          name: 'Backend API Implementation',
          estimate: null,
          dependencies: [
            { text: 'API Contract', qualifier: null },
            { text: 'Infrastructure', qualifier: null },
          ],
          tasks: [
            { text: 'Implement authentication endpoints matching mobile requirements', priority: 'critical' },
            { text: 'Create database models and repositories for mobile data', priority: 'high' },
            { text: 'Implement all REST/GraphQL APIs following OpenAPI spec', priority: 'critical' },
            { text: 'Add push notification sending functionality', priority: 'high' },
            { text: 'Implement real-time features (chat, live updates)', priority: 'medium' },
            { text: 'Add API rate limiting and security for mobile clients', priority: 'high' },
          ],
        },
        {
          key: 'E',
          name: 'Mobile App Implementation',
          estimate: null,
          dependencies: [
            { text: 'API Contract', qualifier: null },
            { text: 'Mock API', qualifier: null },
            { text: 'App Foundation', qualifier: null },
          ],
          tasks: [
            { text: 'Implement authentication flow and secure token storage', priority: 'critical' },
            { text: 'Create UI screens for all API endpoints', priority: 'high' },
            { text: 'Implement offline data synchronization', priority: 'high' },
            { text: 'Connect to mock API service for development', priority: 'critical' },
            { text: 'Add form validation and error handling', priority: 'high' },
            { text: 'Implement platform-specific features (camera, location)', priority: 'medium' },
          ],
        },
        {
          key: 'F',
          name: 'Mobile Testing Framework',
          estimate: null,
          dependencies: [
            { text: 'API Contract', qualifier: null },
            { text: 'App Foundation', qualifier: null },
          ],
          tasks: [
            { text: 'Set up mobile testing framework (Detox/Jest/Espresso)', priority: 'high' },
            { text: 'Create E2E test scenarios for all user journeys', priority: 'high' },
            { text: 'Set up visual regression testing for mobile UI', priority: 'medium' },
            { text: 'Configure device testing on iOS/Android simulators', priority: 'high' },
            { text: 'Set up automated testing in CI/CD pipeline', priority: 'medium' },
            { text: 'Create performance and memory profiling tests', priority: 'medium' },
          ],
        },
        {
          key: 'G',
          name: 'App Store & Distribution',
          estimate: null,
          dependencies: [{ text: 'App Foundation', qualifier: null }],
          tasks: [
            { text: 'Create app store listings and screenshots', priority: 'high' },
            { text: 'Set up beta testing distribution (TestFlight/Play Console)', priority: 'high' },
            { text: 'Configure app signing and certificates', priority: 'critical' },
            { text: 'Create privacy policy and legal requirements', priority: 'medium' },
            { text: 'Set up crash reporting and analytics integration', priority: 'high' },
          ],
        },
      ],
    },
  ],
  integrationPoints: [
    {
      number: '1',
      name: 'API Contract Validation',
      after: { phase: '1' },
      checks: [
        'Backend APIs match OpenAPI specification exactly',
        'Mobile app can communicate with mock API service',
        'Authentication flows work end-to-end with mock services',
      ],
    },
    {
      number: '2',
      name: 'Full Integration',
      after: { phase: '2' },
      checks: [
        'Mobile app connects to real backend APIs',
        'Push notifications work between backend and mobile app',
        'Offline synchronization functions correctly',
        'Real-time features work between client and server',
      ],
    },
    {
      number: '3',
      name: 'Production Deployment',
      after: 'final',
      checks: [
        'App signed and ready for app store submission',
        'All automated tests pass on real devices',
        'Performance and security requirements met',
        'Beta testing feedback incorporated',
      ],
    },
  ],
  execution: [
    {
      comment: 'Phase 1: Parallel foundation',
      parallel: true,
      prompts: [
        'create mobile API contract and mocking service',
        'setup mobile infrastructure (push, storage, real-time)',
        'initialize mobile app project and foundation',
      ],
    },
    {
      comment: 'Phase 2: Parallel implementation',
      parallel: true,
      prompts: [
        'implement backend APIs matching mobile contract',
        'build mobile app UI with mock API integration',
        'create mobile testing framework and E2E tests',
        'prepare app store submission materials',
      ],
    },
    {
      comment: 'Phase 3: Integration and deployment',
      parallel: false,
      prompts: ['integrate mobile app with real backend, test on devices, submit to stores'],
    },
  ],
  criteria: [
    'Mobile API contract fully implemented and tested',
    'Mobile app works seamlessly with backend services',
    'Offline functionality and push notifications working',
    'App store submission requirements met',
    'Comprehensive automated test coverage',
  ],
}
