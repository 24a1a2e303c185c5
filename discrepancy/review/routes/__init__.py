"""What answers a request, a file a resource. Each file makes the routes of its resource for one desk."""
