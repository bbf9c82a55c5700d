#!/bin/bash
kubectl get pods | grep ${STATE:-Running} | grep ${NAME}
