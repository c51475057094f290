cm_data = 3
