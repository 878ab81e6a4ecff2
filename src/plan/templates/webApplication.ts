import type { PlanTemplate } from './planTemplate.ts'

export const webApplication: PlanTemplate = {
  id: 'web-application',
  name: 'Web application',
  description: 'A backend and a frontend that meet at one API contract, with end-to-end tests growing beside them.',
  titlePlaceholder: '[Project Name]',
  overview: '[Brief 1-2 sentence description of the web application]',
  phases: [
    {
      number: '1',
      name: 'Contract & Environment Setup',
      mode: 'parallel',
      days: { from: 1, to: 2 },
      streams: [
        {
          key: 'A',
          name: 'API Contract Design',
          estimate: { min: 4, max: 8 },
          dependencies: [],
          tasks: [
            { text: 'Create OpenAPI 3.0 specification with all endpoints', priority: 'critical' },
            { text: 'Define authentication/authorization flows in OpenAPI spec', priority: 'critical' },
            { text: 'Generate API contract documentation', priority: 'high' },
            { text: 'Set up API mocking service (e.g., Prism, MSW)', priority: 'high' },
            { text: 'Validate API contract covers all PRD requirements', priority: 'high' },
          ],
        },
        {
          key: 'B',
          name: 'Development Environment',
          estimate: { min: 4, max: 6 },
          dependencies: [],
          tasks: [
            { text: 'Create docker-compose.yml with all services (db, cache, message broker)', priority: 'critical' },
            { text: 'Set up local development environment scripts', priority: 'high' },
            { text: 'Configure database schema and migrations', priority: 'high' },
            { text: 'Set up Keycloak/Auth service for identity management', priority: 'high' },
            { text: 'Verify all services start and connect properly', priority: 'critical' },
          ],
        },
        {
          key: 'C',
          name: 'Project Scaffolding',
          estimate: { min: 3, max: 5 },
          dependencies: [],
          tasks: [
            { text: 'Initialize backend project structure ([Backend Framework])', priority: 'high' },
            { text: 'Initialize frontend project structure ([Frontend Framework])', priority: 'high' },
            { text: 'Set up CI/CD pipeline configuration', priority: 'medium' },
            { text: 'Configure code quality tools (linting, formatting)', priority: 'medium' },
            { text: 'Set up package management and dependency resolution', priority: 'high' },
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
          name: 'Backend Implementation',
          estimate: null,
          dependencies: [
            { text: 'API Contract', qualifier: null },
            { text: 'Environment Setup', qualifier: null },
          ],
          tasks: [
            { text: 'Implement authentication middleware matching API contract', priority: 'critical' },
            { text: 'Create database models and repositories', priority: 'high' },
            { text: 'Implement REST API endpoints following OpenAPI spec', priority: 'critical' },
            { text: 'Add input validation and error handling', priority: 'high' },
            { text: 'Implement business logic for core features', priority: 'high' },
            { text: 'Add logging and monitoring', priority: 'medium' },
          ],
        },
        {
          key: 'E',
          name: 'Frontend Implementation',
          estimate: null,
          dependencies: [
            { text: 'API Contract', qualifier: null },
            { text: 'Mock API Service', qualifier: null },
          ],
          tasks: [
            { text: 'Build authentication UI and state management', priority: 'critical' },
            { text: 'Create layout components and routing', priority: 'high' },
            { text: 'Implement UI components for all API endpoints', priority: 'high' },
            { text: 'Connect frontend to mock API service', priority: 'critical' },
            { text: 'Add form validation and error handling', priority: 'high' },
            { text: 'Implement responsive design', priority: 'medium' },
          ],
        },
        {
          key: 'F',
          name: 'E2E Testing Framework',
          estimate: null,
          dependencies: [
            { text: 'API Contract', qualifier: null },
            { text: 'Environment Setup', qualifier: null },
          ],
          tasks: [
            { text: 'Set up E2E testing framework (Cypress/Playwright)', priority: 'high' },
            { text: 'Write tests for all user journeys from PRD', priority: 'high' },
            { text: 'Create test data fixtures and utilities', priority: 'medium' },
            { text: 'Set up visual regression testing', priority: 'medium' },
            { text: 'Configure test reporting and CI integration', priority: 'high' },
          ],
        },
      ],
    },
  ],
  integrationPoints: [
    {
      number: '1',
      name: 'Contract Validation',
      after: { phase: '1' },
      checks: [
        'Backend endpoints match OpenAPI specification',
        'Frontend can communicate with mock API',
        'All services in docker-compose are healthy',
      ],
    },
    {
      number: '2',
      name: 'Full Stack Testing',
      after: { phase: '2' },
      checks: [
        'Frontend connects to real backend API',
        'All E2E tests pass against real implementation',
        'Performance and security requirements met',
      ],
    },
    {
      number: '3',
      name: 'Production Readiness',
      after: 'final',
      checks: ['Documentation complete', 'Deployment pipeline tested', 'Monitoring and alerting configured'],
    },
  ],
  execution: [
    {
      comment: 'Phase 1: Parallel foundation (Day 1-2)',
      parallel: true,
      prompts: [
        'create OpenAPI spec and API mocking service',
        'setup docker-compose with all services',
        'scaffold frontend and backend projects',
      ],
    },
    {
      comment: 'Phase 2: Parallel implementation (Day 2-5)',
      parallel: true,
      prompts: [
        'implement backend REST APIs matching OpenAPI spec',
        'build frontend UI components with mock API integration',
        'create comprehensive E2E test suite',
      ],
    },
    {
      comment: 'Phase 3: Integration and deployment (Day 5+)',
      parallel: false,
      prompts: ['integrate frontend and backend, run full test suite, deploy'],
    },
  ],
  criteria: [
    'API contract fully implemented and tested',
    'Frontend and backend can be developed independently',
    'E2E tests cover all PRD requirements',
    'Local development environment is fully functional',
    'Integration points are clearly defined and tested',
  ],
}
