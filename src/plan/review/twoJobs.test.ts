import { expect, test } from 'vitest'
import { readTwoJobs } from './twoJobs.ts'

test.each([
  'Create the schema and deploy the service',
  'Implement search and build the admin dashboard',
  'Build the export module and test the import module',
  'Set up monitoring and train the support team',
  'Fix the memory leak and add a dark theme',
  'Migrate the customer data and shut down the old server',
  'Deploy to staging, then run the smoke tests',
  'Install Grafana plus write the runbook',
  'Write the parser; update the docs',
  'Create the index & configure replication',
  'Add rate limits and update documentation',
  'Choose a payment provider and integrate the invoice module',
  'Review the contract, and implement rate limiting',
])('"%s" names two jobs', text => {
  expect(readTwoJobs(text)).not.toBeNull()
})

test.each([
  'Create reusable layout and design tokens',
  'Implement product pages and design tokens',
  'Add database backups and update notifications',
  'Configure staging servers and build agents',
  'Define naming conventions and document templates',
  'Add build configuration and deploy scripts',
  'Write the upload form and document parser',
  'Create the order form and update triggers',
  'Create user profiles and install statistics',
  'Add a new index and design doc',
  'Design, build and deploy the service',
  'Build and deploy the service',
  'Implement the login form and test it',
  'Implement the login form and verify that it works',
  'Allow people to create and remove the plans they own',
  'Define roles and permissions',
  'Add search and replace to the editor',
  'Configure read and write permissions',
  'Implement create and delete buttons',
  'Verify all services start and connect properly',
])('"%s" is one', text => {
  expect(readTwoJobs(text)).toBeNull()
})
