import type { PlanTemplate } from './planTemplate.ts'

export const apiService: PlanTemplate = {
  id: 'api-service',
  name: 'API service',
  description:
    'One service built from its OpenAPI contract: implementation, contract tests and client SDKs side by side.',
  titlePlaceholder: '[API Service Name]',
  overview: '[Brief description of the API service and its purpose]',
  phases: [
    {
      number: '1',
      name: 'Contract & Infrastructure',
      mode: 'parallel',
      days: { from: 1, to: 2 },
      streams: [
        {
          key: 'A',
          name: 'OpenAPI Contract & Mocking',
          estimate: { min: 6, max: 10 },
          dependencies: [],
          tasks: [
            { text: 'Create comprehensive OpenAPI 3.0 specification', priority: 'critical' },
            { text: 'Define all request/response schemas and validation rules', priority: 'critical' },
            { text: 'Set up automated API mocking service', priority: 'high' },
            { text: 'Generate API documentation and SDK examples', priority: 'high' },
            { text: 'Validate contract covers all PRD requirements', priority: 'critical' },
            { text: 'Set up contract testing framework (Pact/Dredd)', priority: 'high' },
          ],
        },
        {
          key: 'B',
          name: 'Infrastructure & Environment',
          estimate: { min: 4, max: 6 },
          dependencies: [],
          tasks: [
            {
              text: 'Create docker-compose.yml with all dependencies (db, cache, message broker)',
              priority: 'critical',
            },
            { text: 'Set up API Gateway configuration', priority: 'high' },
            { text: 'Configure authentication service (Keycloak/OIDC)', priority: 'critical' },
            { text: 'Set up monitoring and logging stack (Prometheus/Grafana)', priority: 'medium' },
            { text: 'Configure rate limiting and security middleware', priority: 'high' },
          ],
        },
        {
          key: 'C',
          name: 'Project Foundation',
          estimate: { min: 3, max: 4 },
          dependencies: [],
          tasks: [
            { text: 'Initialize API project structure ([Backend Framework])', priority: 'high' },
            { text: 'Set up CI/CD pipeline for automated testing/deployment', priority: 'high' },
            { text: 'Configure code quality and security scanning', priority: 'medium' },
            { text: 'Set up automated testing framework (unit, integration, contract)', priority: 'high' },
            { text: 'Create development and deployment scripts', priority: 'medium' },
          ],
        },
      ],
    },
    {
      number: '2',
      name: 'Implementation & Testing',
      mode: 'parallel',
      days: { from: 2, to: 4 },
      streams: [
        {
          key: 'D',
          name: 'Core API Implementation',
          estimate: null,
          dependencies: [
            { text: 'OpenAPI Contract', qualifier: null },
            { text: 'Infrastructure', qualifier: null },
          ],
          tasks: [
            { text: 'Implement authentication/authorization middleware', priority: 'critical' },
            { text: 'Create database models and repositories matching contract schemas', priority: 'high' },
            { text: 'Implement all API endpoints following OpenAPI spec', priority: 'critical' },
            { text: 'Add comprehensive input validation and error handling', priority: 'high' },
            { text: 'Implement business logic for all features', priority: 'high' },
            { text: 'Add caching and performance optimizations', priority: 'medium' },
          ],
        },
        {
          key: 'E',
          name: 'Contract & Integration Testing',
          estimate: null,
          dependencies: [
            { text: 'OpenAPI Contract', qualifier: null },
            { text: 'Mocking Service', qualifier: null },
          ],
          tasks: [
            { text: 'Write contract tests validating API vs OpenAPI spec', priority: 'critical' },
            { text: 'Create comprehensive integration test suite', priority: 'high' },
            { text: 'Set up consumer-driven contract testing', priority: 'high' },
            { text: 'Implement performance and load testing', priority: 'medium' },
            { text: 'Create automated API contract validation in CI/CD', priority: 'high' },
          ],
        },
        {
          key: 'F',
          name: 'Client SDKs & Documentation',
          estimate: null,
          dependencies: [
            { text: 'OpenAPI Contract', qualifier: null },
            { text: 'Mocking Service', qualifier: null },
          ],
          tasks: [
            { text: 'Generate client SDKs (JavaScript, Python, etc.)', priority: 'high' },
            { text: 'Create comprehensive API documentation site', priority: 'high' },
            { text: 'Build interactive API explorer (Swagger UI)', priority: 'medium' },
            { text: 'Create usage examples and tutorials', priority: 'medium' },
            { text: 'Set up API versioning and deprecation strategy', priority: 'medium' },
          ],
        },
      ],
    },
    {
      number: '3',
      name: 'Production Readiness',
      mode: 'sequential',
      days: { from: 4, to: 5 },
      streams: [
        {
          key: 'G',
          name: 'Deployment & Operations',
          estimate: null,
          dependencies: [{ text: 'Core API Implementation', qualifier: null }],
          tasks: [
            { text: 'Configure production deployment pipeline', priority: 'critical' },
            { text: 'Set up comprehensive monitoring and alerting', priority: 'critical' },
            { text: 'Implement health checks and circuit breakers', priority: 'high' },
            { text: 'Configure backup and disaster recovery', priority: 'medium' },
            { text: 'Set up API analytics and usage metrics', priority: 'medium' },
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
        'API implementation matches OpenAPI specification 100%',
        'All contract tests pass against mock and real API',
        'Client SDKs work with mock API',
      ],
    },
    {
      number: '2',
      name: 'Full Stack Testing',
      after: { phase: '2' },
      checks: [
        'All integration tests pass against real implementation',
        'Performance and security requirements met',
        'Client SDKs work with real API',
      ],
    },
    {
      number: '3',
      name: 'Production Deployment',
      after: { phase: '3' },
      checks: [
        'API deployed and accessible in production',
        'Monitoring and alerting fully configured',
        'Documentation and SDKs published',
      ],
    },
  ],
  execution: [
    {
      comment: 'Phase 1: Parallel foundation',
      parallel: true,
      prompts: [
        'create OpenAPI spec and mocking service',
        'setup infrastructure with docker-compose',
        'initialize API project and CI/CD',
      ],
    },
    {
      comment: 'Phase 2: Parallel implementation',
      parallel: true,
      prompts: [
        'implement API endpoints matching OpenAPI spec',
        'create contract and integration test suite',
        'generate client SDKs and documentation',
      ],
    },
    {
      comment: 'Phase 3: Production deployment',
      parallel: false,
      prompts: ['deploy API to production, configure monitoring, publish docs'],
    },
  ],
  criteria: [
    'OpenAPI contract is single source of truth',
    'All endpoints implemented and tested according to contract',
    'Client SDKs generated and documented',
    'Production deployment is automated and monitored',
    'Performance and security requirements met',
  ],
}
