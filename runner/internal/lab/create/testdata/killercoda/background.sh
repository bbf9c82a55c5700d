#!/bin/bash
NAME=web
kubectl create deployment ${NAME} --image=nginx:gone
