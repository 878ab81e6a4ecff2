import type { PlanTemplate } from './planTemplate.ts'

export const dataPipeline: PlanTemplate = {
  id: 'data-pipeline',
  name: 'Data pipeline',
  description: 'Ingestion, processing and storage around agreed data schemas, with quality checks at every stage.',
  titlePlaceholder: '[Data Pipeline Name]',
  overview: '[Brief description of the data processing pipeline and its purpose]',
  phases: [
    {
      number: '1',
      name: 'Schema & Infrastructure Setup',
      mode: 'parallel',
      days: { from: 1, to: 2 },
      streams: [
        {
          key: 'A',
          name: 'Data Schema & Contract Design',
          estimate: { min: 6, max: 10 },
          dependencies: [],
          tasks: [
            { text: 'Define comprehensive data schemas (Avro/Parquet/JSON Schema)', priority: 'critical' },
            { text: 'Create data contract specifications for all data interfaces', priority: 'critical' },
            { text: 'Design data quality rules and validation criteria', priority: 'high' },
            { text: 'Define SLA requirements for data freshness and volume', priority: 'high' },
            { text: 'Create data lineage and metadata specifications', priority: 'high' },
            { text: 'Set up schema registry and versioning strategy', priority: 'critical' },
          ],
        },
        {
          key: 'B',
          name: 'Infrastructure & Environment',
          estimate: { min: 4, max: 6 },
          dependencies: [],
          tasks: [
            { text: 'Create docker-compose.yml with data services (Kafka, Flink, DB)', priority: 'critical' },
            { text: 'Set up message broker for data streaming (Kafka/Pulsar)', priority: 'critical' },
            { text: 'Configure data processing framework (Spark/Flink/Airflow)', priority: 'high' },
            { text: 'Set up data storage (data lake, warehouse)', priority: 'high' },
            { text: 'Configure monitoring and alerting for data pipeline', priority: 'high' },
            { text: 'Set up development and testing data environments', priority: 'medium' },
          ],
        },
        {
          key: 'C',
          name: 'API & Contract Testing Framework',
          estimate: { min: 3, max: 5 },
          dependencies: [],
          tasks: [
            { text: 'Create data API specifications (REST/GraphQL for data access)', priority: 'high' },
            { text: 'Set up contract testing framework for data interfaces', priority: 'high' },
            { text: 'Create data quality testing automation', priority: 'high' },
            { text: 'Set up data pipeline integration testing', priority: 'medium' },
            { text: 'Configure CI/CD for data pipeline deployments', priority: 'medium' },
            { text: 'Create data validation and reconciliation tools', priority: 'high' },
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
          name: 'Data Ingestion Implementation',
          estimate: null,
          dependencies: [
            { text: 'Data Schema', qualifier: null },
            { text: 'Infrastructure', qualifier: null },
          ],
          tasks: [
            { text: 'Implement data source connectors following data contracts', priority: 'critical' },
            { text: 'Create data validation and cleaning modules', priority: 'high' },
            { text: 'Build data ingestion services with schema enforcement', priority: 'critical' },
            { text: 'Implement error handling and retry mechanisms', priority: 'high' },
            { text: 'Add data lineage tracking and metadata capture', priority: 'medium' },
            { text: 'Set up data quality monitoring and alerting', priority: 'high' },
          ],
        },
        {
          key: 'E',
          name: 'Data Processing Implementation',
          estimate: null,
          dependencies: [
            { text: 'Data Ingestion', qualifier: 'basic flow' },
            { text: 'Infrastructure', qualifier: null },
          ],
          tasks: [
            { text: 'Implement core data transformation logic', priority: 'critical' },
            { text: 'Create stream processing workflows', priority: 'high' },
            { text: 'Set up batch processing for large datasets', priority: 'high' },
            { text: 'Implement parallel processing and scaling capabilities', priority: 'medium' },
            { text: 'Add processing monitoring and performance optimization', priority: 'medium' },
            { text: 'Create data aggregation and feature engineering', priority: 'medium' },
          ],
        },
        {
          key: 'F',
          name: 'Data Storage & Access Implementation',
          estimate: null,
          dependencies: [
            { text: 'Data Schema', qualifier: null },
            { text: 'Infrastructure', qualifier: null },
          ],
          tasks: [
            { text: 'Implement data storage with schema enforcement', priority: 'critical' },
            { text: 'Create data access APIs following specifications', priority: 'high' },
            { text: 'Implement data governance and security controls', priority: 'high' },
            { text: 'Set up data catalog and metadata management', priority: 'medium' },
            { text: 'Create data visualization and export features', priority: 'medium' },
            { text: 'Implement data retention and archival policies', priority: 'medium' },
          ],
        },
        {
          key: 'G',
          name: 'Testing & Quality Assurance',
          estimate: null,
          dependencies: [
            { text: 'Data Schema', qualifier: null },
            { text: 'API Specifications', qualifier: null },
          ],
          tasks: [
            { text: 'Implement comprehensive data quality tests', priority: 'critical' },
            { text: 'Create end-to-end pipeline integration tests', priority: 'high' },
            { text: 'Set up automated contract validation', priority: 'high' },
            { text: 'Create performance and load testing for pipeline', priority: 'medium' },
            { text: 'Implement data reconciliation and accuracy checks', priority: 'high' },
            { text: 'Set up monitoring and alerting for data quality', priority: 'high' },
          ],
        },
      ],
    },
  ],
  integrationPoints: [
    {
      number: '1',
      name: 'Schema Validation',
      after: { phase: '1' },
      checks: [
        'All data interfaces follow defined schemas and contracts',
        'Data quality rules are enforced at ingestion points',
        'Infrastructure components can communicate and process data',
      ],
    },
    {
      number: '2',
      name: 'End-to-End Pipeline',
      after: { phase: '2' },
      checks: [
        'Data flows from source to destination reliably',
        'All processing transformations work correctly',
        'Data access APIs provide expected results',
        'Data quality meets defined standards',
      ],
    },
    {
      number: '3',
      name: 'Production Readiness',
      after: 'final',
      checks: [
        'Pipeline performs under expected load',
        'All monitoring and alerting is functional',
        'Data governance and security controls are active',
        'Documentation and operational procedures complete',
      ],
    },
  ],
  execution: [
    {
      comment: 'Phase 1: Parallel foundation',
      parallel: true,
      prompts: [
        'define data schemas and contracts',
        'setup data infrastructure (Kafka, processing, storage)',
        'create data API specifications and testing framework',
      ],
    },
    {
      comment: 'Phase 2: Parallel implementation',
      parallel: true,
      prompts: [
        'implement data ingestion with schema enforcement',
        'build data processing and transformation workflows',
        'create data storage and access APIs',
        'implement comprehensive data quality testing',
      ],
    },
    {
      comment: 'Phase 3: Integration and deployment',
      parallel: false,
      prompts: ['integrate data pipeline components, validate end-to-end flow, deploy to production'],
    },
  ],
  criteria: [
    'Data contracts and schemas are consistently enforced',
    'Pipeline processes data with required performance and reliability',
    'Data quality meets defined standards and SLAs',
    'All monitoring and alerting is functional',
    'Data governance and security controls are implemented',
  ],
}
