import type { PlanTemplate } from './planTemplate.ts'

export const mlApplication: PlanTemplate = {
  id: 'ml-application',
  name: 'ML application',
  description:
    'Data, model, serving and application work around shared ML contracts, with testing and monitoring included.',
  titlePlaceholder: '[ML App Name]',
  overview: '[Brief description of the ML application and its purpose]',
  phases: [
    {
      number: '1',
      name: 'Schema & Infrastructure Setup',
      mode: 'parallel',
      days: { from: 1, to: 3 },
      streams: [
        {
          key: 'A',
          name: 'ML API Contract Design',
          estimate: { min: 8, max: 12 },
          dependencies: [],
          tasks: [
            { text: 'Create OpenAPI 3.0 specification for ML inference APIs', priority: 'critical' },
            { text: 'Define model input/output schemas and validation rules', priority: 'critical' },
            { text: 'Design data contracts for training data and features', priority: 'critical' },
            { text: 'Create ML model metadata specification (version, performance, drift)', priority: 'high' },
            { text: 'Set up model monitoring API contracts (performance, drift, fairness)', priority: 'high' },
            { text: 'Create API mocking service for ML development', priority: 'high' },
          ],
        },
        {
          key: 'B',
          name: 'ML Infrastructure & Environment',
          estimate: { min: 6, max: 8 },
          dependencies: [],
          tasks: [
            { text: 'Create docker-compose.yml with ML stack (Jupyter, MLflow, Redis, GPU)', priority: 'critical' },
            {
              text: 'Set up model serving infrastructure (TensorFlow Serving, TorchServe, Sagemaker)',
              priority: 'critical',
            },
            {
              text: 'Configure ML experiment tracking and model registry (MLflow/Weights & Biases)',
              priority: 'critical',
            },
            { text: 'Set up data infrastructure for ML (data lake, feature store)', priority: 'high' },
            { text: 'Configure MLOps pipeline for automated training/deployment', priority: 'high' },
            { text: 'Set up monitoring and alerting for ML systems', priority: 'medium' },
          ],
        },
        {
          key: 'C',
          name: 'Application Foundation',
          estimate: { min: 4, max: 6 },
          dependencies: [],
          tasks: [
            { text: 'Initialize web/mobile application project structure', priority: 'high' },
            { text: 'Set up UI for ML model interaction and visualization', priority: 'high' },
            { text: 'Create state management for model results and user inputs', priority: 'high' },
            { text: 'Implement frontend integration with ML API mocking service', priority: 'critical' },
            { text: 'Set up CI/CD for application deployment', priority: 'medium' },
            { text: 'Create responsive design for ML result visualization', priority: 'medium' },
          ],
        },
      ],
    },
    {
      number: '2',
      name: 'Parallel Implementation',
      mode: null,
      days: { from: 3, to: 7 },
      streams: [
        {
          key: 'D',
          name: 'Data Pipeline Implementation',
          estimate: null,
          dependencies: [
            { text: 'Data Contracts', qualifier: null },
            { text: 'ML Infrastructure', qualifier: null },
          ],
          tasks: [
            { text: 'Implement data ingestion following defined schemas', priority: 'critical' },
            { text: 'Create data preprocessing and feature engineering pipelines', priority: 'critical' },
            { text: 'Build data validation and quality monitoring', priority: 'high' },
            { text: 'Implement data versioning and lineage tracking', priority: 'high' },
            { text: 'Create data labeling and annotation tools', priority: 'medium' },
            { text: 'Set up automated data pipeline monitoring and alerting', priority: 'high' },
          ],
        },
        {
          key: 'E',
          name: 'Model Development Pipeline',
          estimate: null,
          dependencies: [
            { text: 'Data Pipeline', qualifier: 'basic flow' },
            { text: 'ML Infrastructure', qualifier: null },
          ],
          tasks: [
            { text: 'Implement ML models following model contract specifications', priority: 'critical' },
            { text: 'Create automated model training and validation pipelines', priority: 'critical' },
            { text: 'Implement model evaluation metrics and thresholds', priority: 'high' },
            { text: 'Set up model versioning and registry with metadata', priority: 'high' },
            { text: 'Create model explainability and interpretability tools', priority: 'medium' },
            { text: 'Implement model drift detection and retraining triggers', priority: 'high' },
          ],
        },
        {
          key: 'F',
          name: 'Model Serving & API Implementation',
          estimate: null,
          dependencies: [
            { text: 'ML API Contracts', qualifier: null },
            { text: 'Model Development', qualifier: 'initial models' },
          ],
          tasks: [
            { text: 'Implement model serving endpoints matching OpenAPI specification', priority: 'critical' },
            { text: 'Create real-time and batch inference APIs', priority: 'high' },
            { text: 'Implement model A/B testing and canary deployment', priority: 'high' },
            { text: 'Add API authentication and rate limiting', priority: 'high' },
            { text: 'Implement model result caching and performance optimization', priority: 'medium' },
            { text: 'Set up API monitoring and performance metrics', priority: 'high' },
          ],
        },
        {
          key: 'G',
          name: 'Application Integration',
          estimate: null,
          dependencies: [
            { text: 'ML API Mocking', qualifier: null },
            { text: 'Application Foundation', qualifier: null },
          ],
          tasks: [
            { text: 'Integrate application with real ML model APIs', priority: 'critical' },
            { text: 'Implement real-time model result visualization', priority: 'high' },
            { text: 'Create user interfaces for model feedback and correction', priority: 'medium' },
            { text: 'Add offline functionality for model predictions', priority: 'medium' },
            { text: 'Implement progressive web app features for mobile ML access', priority: 'low' },
            { text: 'Create user onboarding and ML feature tutorials', priority: 'medium' },
          ],
        },
        {
          key: 'H',
          name: 'ML Testing & Validation',
          estimate: null,
          dependencies: [
            { text: 'Model Contracts', qualifier: null },
            { text: 'ML Infrastructure', qualifier: null },
          ],
          tasks: [
            { text: 'Create comprehensive ML testing framework', priority: 'critical' },
            { text: 'Implement model performance testing and benchmarking', priority: 'high' },
            { text: 'Set up automated model validation and regression testing', priority: 'high' },
            { text: 'Create bias and fairness testing for ML models', priority: 'high' },
            { text: 'Implement model robustness and adversarial testing', priority: 'medium' },
            { text: 'Set up automated model monitoring in production', priority: 'critical' },
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
        'All ML APIs follow OpenAPI specification exactly',
        'Data contracts are enforced throughout the pipeline',
        'Model serving infrastructure can load and serve mock models',
      ],
    },
    {
      number: '2',
      name: 'End-to-End ML Pipeline',
      after: { phase: '2' },
      checks: [
        'Data flows from source to model training and prediction',
        'Models serve predictions through API with required performance',
        'Application successfully integrates with ML models',
        'All monitoring and alerting systems are functional',
      ],
    },
    {
      number: '3',
      name: 'Production Deployment',
      after: 'final',
      checks: [
        'Complete MLOps pipeline for automated model updates',
        'Application and models deployed to production',
        'All quality gates and monitoring active',
        'Documentation and operational procedures complete',
      ],
    },
  ],
  execution: [
    {
      comment: 'Phase 1: Parallel foundation',
      parallel: true,
      prompts: [
        'create ML API contracts and mocking service',
        'setup ML infrastructure (serving, tracking, monitoring)',
        'initialize application foundation with ML UI',
      ],
    },
    {
      comment: 'Phase 2: Parallel implementation',
      parallel: true,
      prompts: [
        'implement data pipeline with contract enforcement',
        'build ML model training and validation pipelines',
        'implement model serving APIs matching contracts',
        'integrate application with real ML models',
        'create comprehensive ML testing and validation',
      ],
    },
    {
      comment: 'Phase 3: Integration and deployment',
      parallel: false,
      prompts: ['deploy end-to-end ML system, validate performance, setup MLOps'],
    },
  ],
  criteria: [
    'ML API contracts are fully implemented and tested',
    'Complete MLOps pipeline for automated model lifecycle',
    'Application provides real-time ML functionality to users',
    'Model performance meets requirements and is continuously monitored',
    'All data quality and model fairness requirements are met',
  ],
}
