"""Where runs are done: processes of this machine, a Dask cluster, Slurm; and how a run is kept from harming others."""
