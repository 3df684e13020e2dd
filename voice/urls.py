"""Addresses under /speech/: the models, for phones."""

from django.urls import path

from voice import views

urlpatterns = [path("models/<str:file>", views.speech_model)]
