/** The file of the workflow that runs, such as `.github/workflows/ci.yml`, from GITHUB_WORKFLOW_REF; undefined when it says nothing of the kind. */
export function parseWorkflowRef(ref: string | undefined): string | undefined {
  return /^[^/]+\/[^/]+\/(.+?\.ya?ml)@/.exec(ref ?? '')?.[1];
}

/** GitHub's API takes a workflow's file name for its id. */
export function nameWorkflowFile(workflow: string): string {
  return workflow.split('/').at(-1) ?? workflow;
}
